"""What a Word document may hold where it is published."""

from revtrack.documents.publishing.known.names import names

ELEMENTS = names(
    """
    abstractNum abstractNumId adjustLineHeightInTable adjustRightInd alignBordersAndEdges
    autoHyphenation autoSpaceDE autoSpaceDN b background balanceSingleByteDoubleByteWidth bar
    basedOn bCs bdo bdr between bidi bidiVisual body bookFoldPrinting bookFoldRevPrinting
    bookmarkEnd bookmarkStart bordersDoNotSurroundFooter bordersDoNotSurroundHeader bottom br
    cantSplit caps characterSpacingControl charset clrSchemeMapping cnfStyle col color cols
    compat compatSetting consecutiveHyphenLimit contextualSpacing continuationSeparator cr cs
    dayLong dayShort decimalSymbol defaultTabStop dir displayBackgroundShape docDefaults docGrid
    document doNotExpandShiftReturn doNotHyphenateCaps doNotLeaveBackslashAlone drawing dstrike
    eastAsianLayout effect em emboss end endnote endnotePr endnoteRef endnoteReference endnotes
    evenAndOddHeaders family fitText fldChar fldSimple font fonts footerReference footnote
    footnotePr footnoteRef footnoteReference footnotes framePr ftr gridAfter gridBefore gridCol
    gridSpan gutterAtTop hdr headerReference hideMark highlight hMerge hps hpsBaseText hpsRaise
    hyperlink hyphenationZone i iCs ilvl imprint ind insideH insideV instrText isLgl jc
    keepLines keepNext kern kinsoku lang left lid listSeparator lnNumType lvl lvlJc lvlOverride
    lvlRestart lvlText mirrorIndents mirrorMargins monthLong monthShort multiLevelType name next
    noBreakHyphen noColumnBalance noEndnote noLineBreaksAfter noLineBreaksBefore noProof noWrap
    num numbering numFmt numId numPr numRestart numStart numStyleLink oMath outline outlineLvl
    overflowPunct p pageBreakBefore pBdr pgBorders pgMar pgNum pgNumType pgSz pitch pos position
    pPr pPrDefault pStyle ptab qFormat r rFonts right rPr rPrDefault rStyle rt rtl rtlGutter
    ruby rubyAlign rubyBase rubyPr sectPr semiHidden separator settings shadow shd smallCaps
    snapToGrid softHyphen spaceForUL spacing start startOverride strike style styleLink styles
    suff suppressAutoHyphens suppressLineNumbers suppressOverlap sym sz szCs t tab tabs tbl
    tblBorders tblCaption tblCellMar tblCellSpacing tblDescription tblGrid tblHeader tblInd
    tblLayout tblLook tblOverlap tblpPr tblPr tblPrEx tblStyle tblStyleColBandSize tblStylePr
    tblStyleRowBandSize tblW tc tcBorders tcFitText tcMar tcPr tcW textAlignment
    textboxTightWrap textDirection themeFontLang titlePg tl2br top topLinePunct tr tr2bl
    trHeight trPr txbxContent type u uiPriority ulTrailSpace unhideWhenUsed useFELayout vAlign
    vanish vertAlign vMerge w wAfter wBefore webHidden widowControl wordWrap yearLong yearShort
    """
)
"""Those that show something, or tell how it looks."""

ATTRIBUTES = names(
    """
    abstractNumId accent1 accent2 accent3 accent4 accent5 accent6 after afterAutospacing
    afterLines alignment anchor anchorLock ascii asciiTheme before beforeAutospacing beforeLines
    bg1 bg2 bidi bottom bottomFromText chapSep chapStyle char characterSet charSpace clear code
    colFirst colLast color combine combineBrackets countBy cs cstheme customMarkFollows
    customStyle default dirty display distance dropCap eastAsia eastAsiaTheme end endChars
    equalWidth evenHBand evenVBand fill firstColumn firstLine firstLineChars firstRow
    firstRowFirstColumn firstRowLastColumn fldCharType fmt followedHyperlink font footer frame
    gutter h hAnchor hanging hangingChars hAnsi hAnsiTheme header hint horzAnchor hRule hSpace
    hyperlink id ilvl instr lang lastColumn lastRow lastRowFirstColumn lastRowLastColumn leader
    left leftChars leftFromText line linePitch lineRule lines name noHBand noVBand num numId
    oddHBand oddVBand offsetFrom orient percent pos relativeTo restart right rightChars
    rightFromText sep shadow space space start startChars styleId sz t1 t2 tblpX tblpXSpec tblpY
    tblpYSpec themeColor themeFill themeFillShade themeFillTint themeShade themeTint top
    topFromText type uri val vAnchor vert vertAnchor vertCompress vSpace w wrap x xAlign y
    yAlign zOrder
    """
)
"""Theirs."""
