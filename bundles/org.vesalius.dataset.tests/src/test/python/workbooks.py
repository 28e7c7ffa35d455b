# SPDX-License-Identifier: EPL-2.0
"""Writes the workbooks of XlsxTableTest (pip install openpyxl xlsxwriter): python3 workbooks.py FOLDER"""
import datetime
import sys
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

book = openpyxl.Workbook()
notes = book.active
notes.title = "Notes"
notes["A1"] = "Nothing to see"
sheet = book.create_sheet("Patients")
sheet.append(["id", "dose", "since", "seen", "alive", "grade", None, "comment"])
sheet.append(["p1", 0.1, datetime.date(1999, 2, 28), datetime.datetime(2024, 2, 29, 13, 45, 30), True, "low", None, "Größe ☃"])
sheet.append(["p2", 1e-7, datetime.date(1900, 1, 1), None, False, "high", None, None])
sheet.append([])
sheet.append(["p3", 123456789, datetime.date(1900, 3, 1), datetime.datetime(2024, 1, 1), True, "low", None, "a,b"])
sheet["H5"] = CellRichText("two ", TextBlock(InlineFont(b=True), "fonts"))
sheet["B2"].number_format = "0.00%"
book.save(Path(sys.argv[1]) / "patients.xlsx")

# with shared texts, as Excel writes them, and dates that count from 1904
book = xlsxwriter.Workbook(str(Path(sys.argv[1]) / "shared.xlsx"), {"date_1904": True})
sheet = book.add_worksheet("Measured")
day = book.add_format({"num_format": "d mmm yyyy"})
share = book.add_format({"num_format": "0.0%"})
for column, text in enumerate(["group", "day", "share", "double"]):
    sheet.write_string(0, column, text)
for row, group in enumerate(["treated", "control", "treated"], 1):
    sheet.write_string(row, 0, group)
    sheet.write_datetime(row, 1, datetime.datetime(1904 + row, 1, 2), day)
    sheet.write_number(row, 2, row / 8, share)
    sheet.write_formula(row, 3, "=2*C%d" % (row + 1), None, row / 4)
sheet.write_rich_string(3, 0, "trea", book.add_format({"bold": True}), "ted")
book.close()
