// SPDX-License-Identifier: EPL-2.0
/** What images held when they were read last, kept so that unchanged ones are not read again. */
package org.vesalius.dataset.fingerprint;
