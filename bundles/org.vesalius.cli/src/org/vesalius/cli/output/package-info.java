// SPDX-License-Identifier: EPL-2.0
/** What the command line writes: text and progress for people, one JSON document for programs. */
package org.vesalius.cli.output;
