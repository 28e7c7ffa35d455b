// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.List;
import org.vesalius.dataset.importer.kind.ColumnOptions;
import org.vesalius.dataset.importer.kind.DatasetImport;
import org.vesalius.dataset.importer.kind.ImportKind;
import org.vesalius.dataset.importer.kind.ImportOption;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.SourceGlance;
import org.vesalius.dataset.importer.kind.SplitColumn;

/** Tables: text with any separator, Excel workbooks and ARFF, alone or joined. */
public final class TableKind implements ImportKind {

    @Override
    public String id() {
        return "table";
    }

    @Override
    public String title() {
        return "Table";
    }

    @Override
    public String header() {
        return "Makes a data set of a table, or of several.";
    }

    @Override
    public String description() {
        return "A table is CSV or another text with separators, a sheet of a workbook (.xlsx) or ARFF. Each row becomes a "
                + "sample. Separator, encoding, headings, decimal commas and what means missing are found out and told; "
                + "--preview shows them, and each can be said. Several files are put one below another. Other tables are "
                + "joined by a key, such as the id of a patient or an admission, and so are images. What finds no partner is told. "
                + "COLUMN may hold * for any letters.";
    }

    @Override
    public Sources sources() {
        return new Sources("FILE", "The table; of several, one continues the other.", false, true);
    }

    @Override
    public List<ImportOption> options() {
        return List.of(
                ImportOption.texts("label", "COLUMN", "The reference standard, which a network learns to tell."),
                ImportOption.text("patient", "COLUMN", "", "Says who a row is of; a patient's rows never come into "
                        + "different subsets."),
                ColumnOptions.ROLE, ColumnOptions.TYPE, ColumnOptions.UNIT,
                ImportOption.texts("categories", "COLUMN=A|B", "The categories in their order; of two, the second is the "
                        + "positive one."),
                ColumnOptions.MISSING,
                ImportOption.texts("value", "COLUMN=FROM:TO", "Takes a value for another one, such as 'num=1..4:ill' for the "
                        + "numbers from 1 to 4; of several for a column the first that fits counts."),
                ImportOption.texts("fill", "COLUMN=WAY", "What is done about missing values: leave-out, constant:VALUE, mean, "
                        + "median or mode (of the training part); with +indicator a further input tells where they were "
                        + "missing. A pattern means the inputs that it can be done with."),
                ImportOption.texts("leave-out", "COLUMN", "Is not imported."),
                ImportOption.texts("rename", "COLUMN=NAME",
                        "Calls a column of the table otherwise, before several files are put together."),
                ImportOption.text("id", "COLUMN", "", "Holds the ids of the samples; without it they are numbered. Ids stand "
                        + "in logs, so they should not tell who a patient is."),
                ImportOption.texts("where", "COLUMN=VALUE", "Reads only rows with this value, of all files with the column."),
                ImportOption.text("unite", "WAY", "names", "How several files are put together: by the 'names' or by the "
                        + "'places' of their columns.").offering("names", "places"),
                ImportOption.text("file-column", "NAME", "", "Adds a column that says which file a row is from."),
                ImportOption.paths("join", "FILE", "Another table with more about the rows."),
                ImportOption.texts("on", "COLUMN[=OTHER]", "The key that rows are joined by, in the table and in the file to "
                        + "join; once for all, or once for each --join."),
                ImportOption.texts("gather", "COLUMN", "Of a file to join that has many rows for one: its values come into "
                        + "one cell, divided by |."),
                ImportOption.texts("cells", "COLUMN=SIGN", "Cells of the column hold several values, divided by this sign."),
                ImportOption.texts("at-least", "COLUMN=N", "Of several values in a cell, keeps those of at least so many rows."),
                ImportOption.paths("images", "FOLDER", "The images of the rows; they stay where they are."),
                ImportOption.text("image-key", "COLUMN", "", "Names the image of a row, or holds what --image-pattern finds."),
                ImportOption.text("image-pattern", "REGEX", "", "Finds the key in the path of an image relative to FOLDER; a "
                        + "row with several images becomes several samples."),
                ImportOption.flag("only-matched", "Leaves out rows without a partner or an image."),
                ImportOption.text("split", "RULE", "70/15/15", "The percentages of train, validation and test, dealt out "
                        + "patient by patient with the same share of each category, unless a column has the role part; "
                        + "'column=NAME' for a column that says train, validation or test, where 15 % of train become "
                        + "validation if there is none; " + SplitColumn.LISTED + ".")
                        .offering("70/15/15", "80/10/10", "60/20/20"),
                SplitColumn.list(), ImportOption.whole("seed", "S", 42, "Another seed deals samples out differently."),
                ImportOption.text("separator", "SIGN", "", "Between values: a sign, or comma, semicolon, tab, pipe, blank.")
                        .offering("comma", "semicolon", "tab", "pipe", "blank"),
                ImportOption.text("quote", "SIGN", "", "Around values: double, single or none.").offering("double", "single", "none"),
                ImportOption.text("decimal", "SIGN", "", "Before the decimals of numbers: point or comma. The other sign stands "
                        + "between thousands.").offering("point", "comma"),
                ImportOption.text("encoding", "NAME", "", "Of the text, such as UTF-8 or windows-1252.")
                        .offering("UTF-8", "windows-1252", "UTF-16"),
                ImportOption.text("header", "YES|NO", "", "Whether the first row holds the headings.").offering("yes", "no"),
                ImportOption.text("sheet", "SHEET", "", "Of a workbook, by name or number; the first if not given."));
    }

    @Override
    public List<String> examples() {
        return List.of("dataset import table heart.csv --preview",
                "dataset import table heart.csv --out heart --label disease --missing chol=0 \\\n    --fill '*=median+indicator'",
                "dataset import table ADMISSIONS.csv --out drugs --patient subject_id --on hadm_id \\\n"
                        + "    --join PRESCRIPTIONS.csv --gather drug --where drug_type=MAIN --label drug --at-least drug=20",
                "dataset import table berne.csv oslo.csv --out heart --file-column hospital --role hospital=site \\\n"
                        + "    --label num --value num=0:healthy --value num=1..4:ill",
                "dataset import table records.csv --out skin --images photos --image-key img_id --label diagnostic",
                "dataset import table labels.csv --out chest --images images --image-key image --patient patient \\\n"
                        + "    --label Edema --label Effusion --split column=part");
    }

    @Override
    public Fit fit(SourceGlance sources) {
        if (sources.folder() || !sources.has("csv", "tsv", "tab", "data", "dat", "txt", "xlsx", "arff")) {
            return Fit.NONE;
        }
        return sources.has("txt", "dat") || sources.wide() ? Fit.POSSIBLE : Fit.LIKELY;
    }

    @Override
    public DatasetImport of(ImportRequest request) {
        return new TableImport(TableOptions.of(request));
    }
}
