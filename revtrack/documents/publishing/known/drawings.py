"""What pictures, charts and formulas of mathematics may hold where they are published."""

from revtrack.documents.publishing.known.names import names

DRAWING = names(
    """
    accent1 accent2 accent3 accent4 accent5 accent6 alpha alphaBiLevel alphaCeiling alphaFloor
    alphaInv alphaMod alphaModFix alphaOff alphaOutset alphaRepl anchor arcTo avLst backdrop
    bevel bevelB bevelT bgClr bgFillStyleLst biLevel blend blip blipFill blue blueMod blueOff
    blur bodyPr bottom br buAutoNum buBlip buChar buClr buClrTx buFont buFontTx buNone buSzPct
    buSzPts buSzTx camera chExt chOff close clrChange clrFrom clrRepl clrScheme clrTo comp cont
    contourClr cpLocks cs cubicBezTo custDash cxnSpLocks defPPr defRPr dk1 dk2 ds duotone ea
    effect effectDag effectLst effectRef effectStyle effectStyleLst endCxn endParaRPr ext
    extrusionClr fgClr fill fillOverlay fillRect fillRef fillStyleLst fillToRect flatTx
    fmtScheme folHlink fontRef fontScheme gamma gd glow gradFill graphic graphicData
    graphicFrameLocks gray grayscl green greenMod greenOff grpFill grpSpLocks grpSpPr gs gsLst
    headEnd header headers highlight hlink hsl hslClr hue hueMod hueOff innerShdw insideH
    insideV inv invGamma latin left lightRig lin ln lnB lnBlToTr lnL lnR lnRef lnSpc lnStyleLst
    lnT lnTlToBr lnTo lstStyle lt1 lt2 lum lumMod lumOff lvl1pPr lvl2pPr lvl3pPr lvl4pPr lvl5pPr
    lvl6pPr lvl7pPr lvl8pPr lvl9pPr majorFont minorFont miter moveTo noAutofit noFill norm
    normAutofit off outerShdw p path pattFill picLocks pos pPr prstClr prstDash prstGeom
    prstShdw prstTxWarp pt quadBezTo r rect red redMod redOff reflection relOff right rot round
    rPr rtl sat satMod satOff scene3d schemeClr scrgbClr shade softEdge solidFill sp3d spAutoFit
    spcAft spcBef spcPct spcPts spLocks spPr srcRect srgbClr stCxn stretch style sx sy sym
    sysClr t tab tabLst tailEnd tcBdr theme themeElements tile tileRect tint tl2br top tr2bl
    txBody uFill uFillTx uLn uLnTx up xfrm
    """
)
"""Looks, texts and theme."""

DRAWING_ATTRIBUTES = names(
    """
    a accent1 accent2 accent3 accent4 accent5 accent6 algn altLang amt anchor anchorCtr ang
    animBg b bandCol bandRow baseline bg1 bg2 bIns bld bldStep blend blurRad bmk bright bwMode
    cap categoryIdx char charset cmpd compatLnSpc contourW contrast cstate cx cy d def defTabSz
    descr dir dirty dist dpi dx dy dz eaLnBrk endA endPos err extrusionH extrusionOk fadeDir
    fill firstCol firstRow flip flipH flipV fmla folHlink fontAlgn fontScale forceAA fov
    fromWordArt g gdRefAng gdRefR gdRefX gdRefY gridSpan grow h hangingPunct hidden hlink hMerge
    horzOverflow hR hue i id idx indent isComment kern kumimoji kx ky l lang lastClr lastCol
    lastRow lat latinLnBrk len lim lIns lnSpcReduction lon lum lvl marB marL marR marT maxAng
    maxR maxX maxY minAng minR minX minY n name noAdjustHandles noChangeArrowheads
    noChangeAspect noChangeShapeType noCrop noDrilldown noEditPoints noGrp noMove noProof
    noResize normalizeH noRot noSelect noTextEdit noUngrp numCol panose path pitchFamily pos
    prst prstMaterial r rad ref rev rig rIns rot rotWithShape rowSpan rtl rtlCol sat scaled
    seriesIdx smtClean smtId sp spc spcCol spcFirstLastPara stA stAng startAt stPos strike
    stroke styleId styleName swAng sx sy sz t thresh time tIns track tx tx1 tx2 txBox ty type
    typeface u upright uri useA val vert vertOverflow vMerge w wR wrap x y z zoom
    """
)
"""Theirs."""

CHART = names(
    """
    applyToEnd applyToFront applyToSides area3DChart areaChart auto autoTitleDeleted axId axPos
    backWall backward bandFmt bandFmts bar3DChart barChart barDir baseTimeUnit bubble3D
    bubbleChart bubbleScale bubbleSize builtInUnit cat catAx chart chartSpace crossAx
    crossBetween crosses crossesAt custSplit custUnit date1904 dateAx delete depthPercent
    dispBlanksAs dispEq dispRSqr dispUnits dispUnitsLbl dLbl dLblPos dLbls doughnutChart
    downBars dPt dropLines dTable errBars errBarType errDir errValType explosion f firstSliceAng
    floor formatCode forward gapDepth gapWidth grouping h hiLowLines hMode holeSize hPercent idx
    intercept invertIfNegative lang layout layoutTarget lblAlgn lblOffset leaderLines legend
    legendEntry legendPos line3DChart lineChart logBase lvl majorGridlines majorTickMark
    majorTimeUnit majorUnit manualLayout marker max min minorGridlines minorTickMark
    minorTimeUnit minorUnit minus multiLvlStrCache multiLvlStrRef noEndCap noMultiLvlLbl
    numCache numFmt numLit numRef ofPieChart ofPieType order orientation overlap overlay period
    perspective pictureFormat pictureOptions pictureStackUnit pie3DChart pieChart plotArea
    plotVisOnly plus pt ptCount radarChart radarStyle rAngAx rich rotX rotY roundedCorners
    scaling scatterChart scatterStyle secondPiePt secondPieSize separator ser serAx serLines
    shape showBubbleSize showCatName showDLblsOverMax showHorzBorder showKeys showLeaderLines
    showLegendKey showNegBubbles showOutline showPercent showSerName showVal showVertBorder
    sideWall size sizeRepresents smooth splitPos splitType spPr stockChart strCache strLit
    strRef style surface3DChart surfaceChart symbol thickness tickLblPos tickLblSkip
    tickMarkSkip title trendline trendlineLbl trendlineType tx txPr upBars upDownBars v val
    valAx varyColors view3D w wireframe wMode x xMode xVal y yMode yVal
    """
)
"""Charts."""

CHART_ATTRIBUTES = names(
    """
    alignWithMargins b blackAndWhite copies differentFirst differentOddEven draft
    firstPageNumber footer formatCode header horizontalDpi idx l orientation paperHeight
    paperSize paperWidth r sourceLinked t uri useFirstPageNumber val verticalDpi
    """
)
"""Theirs."""

MATHS = names(
    """
    acc accPr aln alnScr argPr argSz bar barPr baseJc begChr borderBox borderBoxPr box boxPr brk
    brkBin brkBinSub cGp cGpRule chr count cSp ctrlPr d defJc deg degHide den diff dispDef dPr e
    endChr eqArr eqArrPr f fName fPr func funcPr groupChr groupChrPr grow hideBot hideLeft
    hideRight hideTop interSp intLim intraSp jc lim limLoc limLow limLowPr limUpp limUppPr lit
    lMargin m mathFont mathPr maxDist mc mcJc mcPr mcs mPr mr nary naryLim naryPr noBreak nor
    num objDist oMath oMathPara oMathParaPr opEmu phant phantPr plcHide pos postSp preSp r rad
    radPr rMargin rPr rSp rSpRule scr sepChr show shp smallFrac sPre sPrePr sSub sSubPr sSubSup
    sSubSupPr sSup sSupPr strikeBLTR strikeH strikeTLBR strikeV sty sub subHide sup supHide t
    transp type vertJc wrapIndent wrapRight zeroAsc zeroDesc zeroWid
    """
)
"""Formulas of mathematics."""

MATHS_ATTRIBUTES = names(
    """
    alnAt val
    """
)
"""Theirs."""

PICTURE = names(
    """
    blipFill cNvPicPr cNvPr nvPicPr pic spPr
    """
)
"""Pictures."""

IN_TEXT = names(
    """
    align anchor cNvGraphicFramePr docPr effectExtent extent inline lineTo positionH positionV
    posOffset simplePos start wrapNone wrapPolygon wrapSquare wrapThrough wrapTight
    wrapTopAndBottom
    """
)
"""How something drawn stands in a text."""

IN_TEXT_ATTRIBUTES = names(
    """
    allowOverlap b behindDoc cx cy distB distL distR distT edited hidden l layoutInCell locked r
    relativeFrom relativeHeight simplePos t wrapText x y
    """
)
"""Theirs."""
