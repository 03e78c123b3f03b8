"""What a workbook may hold where it is published."""

from revtrack.documents.publishing.known.names import names

ELEMENTS = names(
    """
    alignment autoFilter b bgColor bookViews border borders bottom brk c calcPr cellStyle
    cellStyles cellStyleXfs cellXfs cfRule cfvo charset chartsheet col colBreaks color colors
    colorScale cols condense conditionalFormatting dataBar definedName definedNames diagonal
    dimension drawing dxf dxfs end evenFooter evenHeader extend family fgColor fill fills
    firstFooter firstHeader font fonts formula gradientFill headerFooter horizontal hyperlink
    hyperlinks i iconSet indexedColors is left mergeCell mergeCells name numFmt numFmts
    oddFooter oddHeader outline outlinePr pageMargins pageSetup pageSetUpPr pane patternFill
    printOptions protection r rFont rgbColor right row rowBreaks rPr scheme selection shadow
    sheet sheetData sheetFormatPr sheetPr sheets sheetView sheetViews si sst start stop strike
    styleSheet sz t tabColor table tableColumn tableColumns tablePart tableParts tableStyleInfo
    top u v vertAlign vertical workbook workbookPr workbookView worksheet xf
    """
)
"""Those that show something, or tell how it looks; no formulas, no rules for what is typed."""

ATTRIBUTES = names(
    """
    aboveAverage activeCell activePane activeTab alignWithMargins applyAlignment applyBorder
    applyFill applyFont applyNumberFormat applyProtection auto baseColWidth bestFit
    blackAndWhite borderId bottom builtinId calcId cellComments collapsed copies count
    customFormat customHeight customWidth date1904 defaultColWidth defaultRowHeight
    defaultThemeVersion degree diagonalDown diagonalUp differentFirst differentOddEven
    displayName draft dxfId equalAverage errors fillId filterMode firstPageNumber firstSheet
    fitToHeight fitToPage fitToWidth fontId footer formatCode fullCalcOnLoad gridLines
    gridLinesSet gte header headerRowCount headings hidden horizontal horizontalCentered
    horizontalDpi ht iconSet id indent indexed justifyLastLine left localSheetId location locked
    man manualBreakCount max maxLength min minLength name numFmtId operator orientation outline
    outlineLevel outlineLevelCol outlineLevelRow pageOrder pane paperSize patternType percent
    position priority pt quotePrefix r rank readingOrder ref relativeIndent reverse rgb right
    rightToLeft s scale scaleWithDoc sheetId showColumnStripes showFirstColumn showGridLines
    showLastColumn showRowColHeaders showRowStripes showValue showZeros shrinkToFit spans sqref
    state state stdDev stopIfTrue style summaryBelow summaryRight t tabRatio tabSelected text
    textRotation theme thickBot thickBottom thickTop timePeriod tint top topLeftCell
    totalsRowCount totalsRowShown type uniqueCount uniqueCount useFirstPageNumber val vertical
    verticalCentered verticalDpi view width windowHeight windowWidth workbookViewId wrapText
    xfId xSplit xWindow ySplit yWindow zeroHeight zoomScale zoomScaleNormal
    zoomScalePageLayoutView zoomScaleSheetLayoutView
    """
)
"""Theirs."""

DRAWN = names(
    """
    absoluteAnchor blipFill clientData cNvCxnSpPr cNvGraphicFramePr cNvGrpSpPr cNvPicPr cNvPr
    cNvSpPr col colOff cxnSp ext from graphicFrame grpSp grpSpPr nvCxnSpPr nvGraphicFramePr
    nvGrpSpPr nvPicPr nvSpPr oneCellAnchor pic pos row rowOff sp spPr style to twoCellAnchor
    txBody wsDr xfrm
    """
)
"""What lies above the cells."""

DRAWN_ATTRIBUTES = names(
    """
    cx cy editAs fLocksWithSheet fPrintsWithSheet fPublished x y
    """
)
"""Theirs."""
