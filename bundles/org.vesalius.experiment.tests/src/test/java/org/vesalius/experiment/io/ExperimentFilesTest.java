// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.Experiment;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.ExperimentPackage;
import org.vesalius.experiment.TrainingSettings;

class ExperimentFilesTest {
    private static final ExperimentFactory FACTORY = ExperimentFactory.eINSTANCE;

    private final ExperimentFiles files = new ExperimentFiles();
    @TempDir
    private Path temp;

    @Test
    void everyKindOfSettingComesBackAsItWas() {
        for (EClassifier classifier : ExperimentPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type && !type.isAbstract()) {
                Experiment experiment = experimentWith(type);
                Path file = temp.resolve(type.getName() + ".experiment");
                files.save(experiment, file);

                assertThat(EcoreUtil.equals(files.load(file), experiment)).as(type.getName()).isTrue();
                assertThat(files.toBytes(files.load(file))).isEqualTo(files.toBytes(experiment));
            }
        }
    }

    @Test
    void refusesEntityBombsAndDocumentTypes() throws IOException {
        Path file = Files.writeString(temp.resolve("bomb.experiment"), """
                <?xml version="1.0"?>
                <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <experiment:Experiment xmlns:experiment="http://vesalius.org/experiment/1.0" name="&b;"/>
                """);

        assertThatThrownBy(() -> files.load(file)).isInstanceOfSatisfying(ReportedException.class, error -> {
            assertThat(error.getMessage()).contains("DOCTYPE");
            assertThat(error.where()).contains(file);
            assertThat(error.remedy()).isNotBlank();
        });
    }

    @Test
    void saysWhereAFileIsMalformed() throws IOException {
        Path file = Files.writeString(temp.resolve("cut.experiment"), """
                <experiment:Experiment xmlns:experiment="http://vesalius.org/experiment/1.0" name="x">
                  <training epochs="3"
                """);

        assertThatThrownBy(() -> files.load(file)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        Path file = Files.writeString(temp.resolve("odd.experiment"), """
                <experiment:Experiment xmlns:experiment="http://vesalius.org/experiment/1.0" name="x">
                  <training epochs="many"/>
                </experiment:Experiment>
                """);

        assertThatThrownBy(() -> files.load(file)).isInstanceOf(ReportedException.class)
                .hasMessageContaining("'many' is no value for epochs");
    }

    /** An experiment that holds an object of the type where the metamodel has a place for it. */
    private static Experiment experimentWith(EClass type) {
        Experiment experiment = FACTORY.createExperiment();
        experiment.setName(type.getName());
        TrainingSettings settings = FACTORY.createTrainingSettings();
        experiment.setTraining(settings);
        for (EReference place : settings.eClass().getEAllReferences()) {
            if (place.getEReferenceType().isSuperTypeOf(type)) {
                Object value = FACTORY.create(type);
                settings.eSet(place, place.isMany() ? List.of(value) : value);
            }
        }
        return experiment;
    }
}
