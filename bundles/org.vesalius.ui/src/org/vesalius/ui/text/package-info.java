// SPDX-License-Identifier: EPL-2.0
/** Shows the text files of projects, data sets and runs. */
package org.vesalius.ui.text;
