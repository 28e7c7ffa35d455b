// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.network.exchange.formats.Exchange;
import static org.assertj.core.api.Assertions.assertThat;

/** What the exchange offers, and how it reports. */
class ExchangeTest {
    private static final LayerNote FINE = new LayerNote("dense", "Dense", Fidelity.EXACT, "");
    private static final LayerNote STRANGE = new LayerNote("odd", "Lambda", Fidelity.UNKNOWN, "its code is not run");

    @Test
    void idsAreUnique() {
        Exchange exchange = Exchange.standard();

        assertThat(exchange.importers()).extracting(NetworkImporter::id).doesNotHaveDuplicates();
        assertThat(exchange.exporters()).extracting(NetworkExporter::id).doesNotHaveDuplicates();
    }

    @Test
    void aReportNamesEveryLayer() {
        ExchangeReport report = new ExchangeReport("Keras 2.2.4", List.of(FINE, STRANGE), List.of("No loss was stored."));

        assertThat(report.text()).isEqualTo("""
                Keras 2.2.4: 2 layers, 1 exact, 0 approximated, 1 unknown
                dense (Dense): exact
                odd (Lambda): unknown: its code is not run
                No loss was stored.""");
        assertThat(report.exact()).isFalse();
        assertThat(report.with(Fidelity.UNKNOWN)).containsExactly(STRANGE);
    }
}
