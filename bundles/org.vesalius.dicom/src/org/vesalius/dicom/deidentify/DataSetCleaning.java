// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.deidentify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.dataset.deidentify.Actions;
import org.vesalius.dataset.deidentify.ProjectKey;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dicom.data.DataSet;
import org.vesalius.dicom.data.Dictionary;
import org.vesalius.dicom.data.Element;
import org.vesalius.dicom.data.Tag;
import org.vesalius.dicom.data.Value;
import org.vesalius.dicom.data.Vr;
import org.vesalius.dicom.deidentify.ProfileTable.Act;
import org.vesalius.dicom.deidentify.ProfileTable.Rule;

/** Does to each element of a data set, and of the data sets in its sequences, what the table says. */
final class DataSetCleaning {
    static final Tag PATIENT_NAME = Tag.of(0x0010, 0x0010);
    static final Tag PATIENT_ID = Tag.of(0x0010, 0x0020);

    private static final int DEEPEST = 64;
    /** What earlier editions had, and what was forgotten: it holds dates of birth and death, and numbers of orders. */
    private static final Set<Tag> FURTHER = Set.of(Tag.of(0x0010, 0x0033), Tag.of(0x0010, 0x0034), Tag.of(0x0040, 0x1006),
            Tag.of(0x0040, 0x1007), Tag.of(0x0040, 0x2006), Tag.of(0x0040, 0x2007));

    private final ProjectKey key;
    private final Set<ProfileOption> options;
    private final String patient;
    private final ValueCleaning values;
    private final Overlays overlays;
    private final Actions actions;

    /**
     * @param patient what stands for the patient
     * @param values takes out of values what tells who it is
     * @param overlays which of them stay
     * @param actions counts what is done
     */
    DataSetCleaning(ProjectKey key, Set<ProfileOption> options, String patient, ValueCleaning values, Overlays overlays,
            Actions actions) {
        this.key = key;
        this.options = options;
        this.patient = patient;
        this.values = values;
        this.overlays = overlays;
        this.actions = actions;
    }

    /**
     * The elements that are left of a data set.
     *
     * @throws UnreadableImageException if sequences are nested deeper than any object of the standard nests them
     */
    List<Element> clean(DataSet set) throws IOException {
        return clean(set, 0);
    }

    private List<Element> clean(DataSet set, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new UnreadableImageException("has sequences that are nested more than " + DEEPEST
                    + " deep, which no object of the standard has");
        }
        Set<Element> safe = options.contains(ProfileOption.SAFE_PRIVATE) ? new PrivateNumbers(set, values.identifiers()).safe()
                : Set.of();
        List<Element> left = new ArrayList<>();
        for (Element element : set.elements()) {
            if (element.tag().isPrivate()) {
                boolean stays = safe.contains(element);
                count(element.tag(), "private", stays ? "kept" : "removed");
                if (stays) {
                    left.add(element);
                }
            } else if (element.tag().element() != 0) {
                element(set, element, depth).ifPresent(left::add);
            }
        }
        return left;
    }

    private Optional<Element> element(DataSet set, Element element, int depth) throws IOException {
        Tag tag = element.tag();
        Optional<Dictionary.Entry> entry = Dictionary.ofDicom().entry(tag);
        Optional<Rule> rule = ProfileTable.ofDicom().rule(tag);
        String name = entry.map(Dictionary.Entry::keyword).or(() -> rule.map(Rule::name)).orElse("");
        if (Overlays.isOverlay(tag)) {
            return overlay(set, element, name);
        }
        if (entry.isEmpty() && rule.isEmpty()) {
            return removed(tag, "not in the dictionary");
        }
        Vr vr = element.vr() == Vr.UN ? entry.map(Dictionary.Entry::vr).orElse(Vr.UN) : element.vr();
        Act act = rule.map(each -> each.with(options)).orElseGet(() -> unlisted(tag, entry.map(Dictionary.Entry::vr).orElse(vr), name));
        boolean hidden = vr == Vr.SQ && !(element.value() instanceof Value.Items);
        if (hidden && act != Act.EMPTY && act != Act.REMOVE) {
            // what can't be looked into can't be cleaned
            return removed(tag, name);
        }
        return done(set, element, vr, name, act, rule.map(Rule::basic).orElse(Act.EMPTY), depth);
    }

    /** What the table doesn't list stays; names, dates and identifiers of instances among it are treated like those it lists. */
    private Act unlisted(Tag tag, Vr vr, String name) {
        if (FURTHER.contains(tag)) {
            return Act.REMOVE;
        }
        return switch (vr) {
            case PN -> Act.EMPTY;
            case DA, DT, TM -> options.contains(ProfileOption.FULL_DATES) ? Act.KEEP
                    : options.contains(ProfileOption.SHIFTED_DATES) ? Act.CLEAN : Act.EMPTY;
            case UI -> options.contains(ProfileOption.UIDS)
                    || name.matches(".*(SOPClass|TransferSyntax|CodingScheme|Context|MappingResource).*") ? Act.KEEP : Act.UID;
            default -> Act.CLEAN;
        };
    }

    private Optional<Element> done(DataSet set, Element element, Vr vr, String name, Act act, Act basic, int depth)
            throws IOException {
        Tag tag = element.tag();
        boolean sequence = element.value() instanceof Value.Items;
        switch (act) {
            case REMOVE :
                return removed(tag, name);
            case EMPTY, DUMMY :
                if (tag.equals(PATIENT_NAME) || tag.equals(PATIENT_ID)) {
                    count(tag, name, "pseudonym");
                    return Optional.of(Replacements.text(element, vr, pseudonym(set, tag, depth)));
                }
                count(tag, name, act == Act.EMPTY ? "emptied" : "dummy value");
                return Optional.of(act == Act.EMPTY ? Replacements.empty(element) : Replacements.dummy(element, vr));
            case UID :
                count(tag, name, sequence ? "cleaned" : "new identifier");
                return Optional.of(sequence ? nested(element, depth) : values.newUids(set, element));
            case KEEP :
                if (vr == Vr.AS && !sequence) {
                    return cleaned(set, element, vr, name, basic, depth);
                }
                count(tag, name, sequence ? "cleaned" : "kept");
                return Optional.of(sequence ? nested(element, depth) : element);
            default :
                return sequence ? Optional.of(nested(element, depth)) : cleaned(set, element, vr, name, basic, depth);
        }
    }

    /** Elements that stay without a change are not told of. */
    private Optional<Element> cleaned(DataSet set, Element element, Vr vr, String name, Act basic, int depth) throws IOException {
        if (element.value() instanceof Value.Fragments fragments) {
            Value.Fragments without = CompressedTexts.without(fragments);
            return without == fragments ? Optional.of(element)
                    : counted(Optional.of(new Element(element.tag(), element.vr(), without)), element.tag(), name, "comments emptied");
        }
        boolean listed = ProfileTable.ofDicom().rule(element.tag()).isPresent();
        Optional<Element> cleaned = values.cleaned(set, element, vr, listed);
        if (cleaned.isEmpty()) {
            return done(set, element, vr, name, basic, Act.REMOVE, depth);
        }
        if (listed || cleaned.get() != element) {
            count(element.tag(), name, "cleaned");
        }
        return cleaned;
    }

    /** The patient of the file, or another that a sequence tells of. */
    private String pseudonym(DataSet set, Tag tag, int depth) throws IOException {
        Optional<String> id = set.text(PATIENT_ID).or(() -> Optional.empty());
        return depth == 0 ? patient : key.pseudonym(ProjectKey.PATIENT, id.isPresent() ? id.get() : set.text(tag).orElse(""));
    }

    private Element nested(Element element, int depth) throws IOException {
        Value.Items items = (Value.Items) element.value();
        List<DataSet> sets = new ArrayList<>();
        for (DataSet set : items.sets()) {
            sets.add(new DataSet(clean(set, depth + 1), set.open()));
        }
        return new Element(element.tag(), element.vr(), new Value.Items(sets, items.open(), items.implicit()));
    }

    private Optional<Element> overlay(DataSet set, Element element, String name) throws IOException {
        Optional<Element> left = overlays.left(element);
        if (left.isEmpty()) {
            return removed(element.tag(), name);
        }
        Vr vr = element.vr();
        return overlays.isData(element.tag()) ? counted(left, element.tag(), name, "rectangles blanked")
                : values.cleaned(set, element, vr, false).or(() -> removed(element.tag(), name));
    }

    private Optional<Element> counted(Optional<Element> left, Tag tag, String name, String done) {
        count(tag, name, done);
        return left;
    }

    private Optional<Element> removed(Tag tag, String name) {
        count(tag, name, "removed");
        return Optional.empty();
    }

    private void count(Tag tag, String name, String done) {
        actions.add(tag.toString(), name, done);
    }
}

/** The private elements of a data set that hold numbers and nothing else (PS3.15, E.3.10, note 2). */
final class PrivateNumbers {
    private static final Set<Vr> BINARY = Set.of(Vr.US, Vr.SS, Vr.UL, Vr.SL, Vr.FL, Vr.FD);
    private static final Set<Vr> WRITTEN = Set.of(Vr.DS, Vr.IS);
    private static final String NUMBER = "[-+0-9.eE]{0,16}";

    private final DataSet set;
    private final Identifiers identifiers;

    PrivateNumbers(DataSet set, Identifiers identifiers) {
        this.set = set;
        this.identifiers = identifiers;
    }

    /** They and the creators of their blocks, which may not be known names either. */
    Set<Element> safe() throws IOException {
        Set<Element> safe = new HashSet<>();
        for (Element creator : set.elements()) {
            if (creator.tag().isPrivateCreator() && named(creator)) {
                List<Element> numbers = new ArrayList<>();
                for (Element element : set.elements()) {
                    if (isOf(element, creator) && isNumber(element)) {
                        numbers.add(element);
                    }
                }
                if (!numbers.isEmpty()) {
                    safe.add(creator);
                    safe.addAll(numbers);
                }
            }
        }
        return safe;
    }

    private boolean named(Element creator) throws IOException {
        List<String> names = creator.vr() == Vr.LO && creator.value() instanceof Value.Bytes ? set.texts(creator.tag()) : List.of();
        return names.size() == 1 && !names.get(0).isEmpty() && identifiers.freeOf(names.get(0));
    }

    private static boolean isOf(Element element, Element creator) {
        return element.tag().group() == creator.tag().group() && element.tag().element() >>> 8 == creator.tag().element();
    }

    private boolean isNumber(Element element) throws IOException {
        if (!(element.value() instanceof Value.Bytes) || !BINARY.contains(element.vr()) && !WRITTEN.contains(element.vr())) {
            return false;
        }
        for (String text : set.texts(element.tag())) {
            if (WRITTEN.contains(element.vr()) && !text.matches(NUMBER) || !identifiers.freeOf(text)) {
                return false;
            }
        }
        return true;
    }
}
