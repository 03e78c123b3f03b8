"""The words that ECMA-376 lets attributes choose among."""

from revtrack.documents.publishing.known.names import names

WORDS = names(
    """
    a A1 aa above aboveAverage absolute accent1 accent2 accent3 accent4 accent5 accent6
    accentBorderCallout1 accentBorderCallout2 accentBorderCallout3 accentCallout1 accentCallout2
    accentCallout3 actionButtonBackPrevious actionButtonBeginning actionButtonBlank
    actionButtonDocument actionButtonEnd actionButtonForwardNext actionButtonHelp
    actionButtonHome actionButtonInformation actionButtonMovie actionButtonReturn
    actionButtonSound activeBorder activeCaption ad add addressBook administrators after aiueo
    aiueoFullWidth aliceBlue all allAtOnce allLines allPages allPts alphaLcParenBoth
    alphaLcParenR alphaLcPeriod alphaUcParenBoth alphaUcParenR alphaUcPeriod always angle
    antiqueWhite antsBlack antsRed any apples appWorkspace aqua aquamarine arabic1Minus
    arabic2Minus arabicAbjad arabicAlpha arabicDbPeriod arabicDbPlain arabicParenBoth
    arabicParenR arabicPeriod arabicPlain arc archedScallops area areaError around array arrow
    artDeco ascending ascendingAlpha ascendingNatural asDisplayed atEnd atLeast auto autoExp
    autoFilter autofit autoNoTable autoText autoTxt autoZero average avg axisCol axisPage
    axisRow axisValues azure b babyPacifier babyRattle back background background1 background2
    bahtText balanced balloons3Colors balloonsHotAir band1Horz band1Vert band2Horz band2Vert bar
    base basedOn baseline basicBlackDashes basicBlackDots basicBlackSquares basicThinLines
    basicWhiteDashes basicWhiteDots basicWhiteSquares basicWideInline basicWideMidline
    basicWideOutline bats bbPlcHdr before begin beginsWith beige below belowAverage beneathText
    bentArrow bentConnector2 bentConnector3 bentConnector4 bentConnector5 bentUpArrow bestFit
    between bevel bg bg1 bg2 bi bib billions birds birdsFlight bisque bl black blackGray
    blackWhite blanchedAlmond blank blankRow blinkBackground blockArc blue blueViolet
    borderCallout1 borderCallout2 borderCallout3 bot both bothSides bottom bottomLeft
    bottomMargin bottomRight box br bracePair bracketPair brightRoom brown btLr btnFace
    btnHighlight btnShadow btnText bullet burlyWood button c cabins cadetBlue cakeSlice
    calculated callout1 callout2 callout3 can candyCorn captionBeginsWith captionBetween
    captionContains captionEndsWith captionEqual captionGreaterThan captionGreaterThanOrEqual
    captionLessThan captionLessThanOrEqual captionNotBeginsWith captionNotBetween
    captionNotContains captionNotEndsWith captionNotEqual captionText cardinalText catalog
    category categoryEl cell cellColor cellIs celticKnotwork center centerContinuous centered
    centerGroup certificateBanner chainLink champagneBottle character chart chartPlus chartreuse
    chartStar chartX checkedBarBlack checkedBarColor checkered chevron chicago chilly
    chineseCounting chineseCountingThousand chineseLegalSimplified chocolate chord chosung
    christmasTree circle circleNumDbPlain circleNumWdBlackPlain circleNumWdWhitePlain
    circlesLines circlesRectangles circularArrow classicalWave clean clear clip clocks cloud
    cloudCallout clr clustered col colon colorScale cols column comma comments commIndAndComment
    commIndicator commNone compass compressPunctuation compressPunctuationAndJapaneseKana
    computedArea cone coneToMax confetti confettiGrays confettiOutline confettiStreamers
    confettiWhite consolidation cont containsBlanks containsErrors containsText content
    contentLocked continuationNotice continuationSeparator continue continuous contrasting
    contributors convex coolSlant coral corner cornerTabs cornerTriangles cornflowerBlue
    cornsilk count countA countNums couponCutoutDashes couponCutoutDots coverPg crazyMaze
    creaturesButterfly creaturesFish creaturesInsects creaturesLadyBug crimson cross crossStitch
    cs ctr cube cup curly current currentDate currentTime curvedConnector2 curvedConnector3
    curvedConnector4 curvedConnector5 curvedDownArrow curvedLeftArrow curvedRightArrow
    curvedUpArrow cust custAutoTxt custBib custCoverPg custEq custFtrs custHdrs custom custom1
    custom2 custom3 custom4 custom5 custPgNum custPgNumB custPgNumMargins custPgNumT
    custQuickParts custTblOfContents custTbls custTxtBox custWatermarks cyan cylinder d dark1
    dark2 darkBlue darkCyan darkDown darken darkenLess darkGoldenrod darkGray darkGreen darkGrey
    darkGrid darkHorizontal darkKhaki darkMagenta darkOliveGreen darkOrange darkOrchid darkRed
    darkSalmon darkSeaGreen darkSlateBlue darkSlateGray darkSlateGrey darkTrellis darkTurquoise
    darkUp darkVertical darkViolet darkYellow dash dashDnDiag dashDot dashDotDot dashDotDotHeavy
    dashDotHeavy dashDotStroked dashed dashedHeavy dashHeavy dashHorz dashLong dashLongHeavy
    dashSmallGap dashUpDiag dashVert data dataBar database dataTable date dateBetween dateEqual
    dateNewerThan dateNewerThanOrEqual dateNotBetween dateNotEqual dateOlderThan
    dateOlderThanOrEqual dateTime day days dbColumn dbl dblStrike dec decagon decimal
    decimalEnclosedCircle decimalEnclosedCircleChinese decimalEnclosedFullstop
    decimalEnclosedParen decimalFullWidth decimalFullWidth2 decimalHalfWidth decimalZero
    decoArch decoArchColor decoBlocks decorative deepPink deepSkyBlue def default delete
    deleteCol deleteRow descending descendingAlpha descendingNatural diagBrick diagCross
    diagStripe diamond diamondsGray difference dimGray dimGrey dirty disabled displayed dist
    distribute distributed distributeLetter distributeSpace divot dk1 dk2 dkBlue dkCyan dkDnDiag
    dkEdge dkGoldenrod dkGray dkGreen dkGrey dkHorz dkKhaki dkMagenta dkOliveGreen dkOrange
    dkOrchid dkRed dkSalmon dkSeaGreen dkSlateBlue dkSlateGray dkSlateGrey dkTurquoise dkUpDiag
    dkVert dkViolet DMY dnDiag docEnd docParts document1 document2 dodecagon dodgerBlue
    dollarText doNotCompress donut dos dot dotDash dotDashHeavy dotDmnd dotDotDash
    dotDotDashHeavy dotGrid dotted dottedHeavy double double-struck doubleAccounting doubleD
    doubleDiamonds doubleQuote doubleWave downArrow downArrowCallout downThenOver drill drop
    duplicateValues DVASPECT_CONTENT DVASPECT_ICON dxa DYM e ea1ChsPeriod ea1ChsPlain
    ea1ChtPeriod ea1ChtPlain ea1JpnChsDbPeriod ea1JpnKorPeriod ea1JpnKorPlain eachPage eachSect
    earth1 earth2 earth3 eastAsia eaVert eclipsingSquares1 eclipsingSquares2 edge editors
    eggsBlack ellipse ellipseRibbon ellipseRibbon2 ellipsis email EMD emDash end enDash endsWith
    envelopes eq equal even evenPage everyone exact exp expression external f factor False false
    fans fax field fill filled film firebrick firecrackers first firstAndLastLine firstCol
    firstColumn firstColumnStripe firstColumnSubheading firstHeaderCell firstLineOnly firstPage
    firstRow firstRowStripe firstRowSubheading firstSubtotalColumn firstSubtotalRow
    firstTotalCell fixed fixedVal flat flood floralWhite flowChartAlternateProcess
    flowChartCollate flowChartConnector flowChartDecision flowChartDelay flowChartDisplay
    flowChartDocument flowChartExtract flowChartInputOutput flowChartInternalStorage
    flowChartMagneticDisk flowChartMagneticDrum flowChartMagneticTape flowChartManualInput
    flowChartManualOperation flowChartMerge flowChartMultidocument flowChartOfflineStorage
    flowChartOffpageConnector flowChartOnlineStorage flowChartOr flowChartPredefinedProcess
    flowChartPreparation flowChartProcess flowChartPunchedCard flowChartPunchedTape
    flowChartSort flowChartSummingJunction flowChartTerminator flowersBlockPrint flowersDaisies
    flowersModern1 flowersModern2 flowersPansy flowersRedRose flowersRoses flowersTeacup
    flowersTiny foldedCorner folHlink followedHyperlink font fontColor forestGreen formatting
    formFld formLetters forms formula fraktur frame freezing front frozen frozenSplit ftrs
    fuchsia fullAlpha fullHangul fullKatakana fullPage fullwidthKatakana funnel g gainsboro
    ganada gap gear6 gear9 gems general ghostWhite gingerbreadMan glow gold goldenrod gradient
    gradientActiveCaption gradientInactiveCaption gramEnd gramStart grand gray gray0625 gray125
    grayText grayWhite greaterThan greaterThanOrEqual green greenYellow gregorian
    gregorianArabic gregorianMeFrench gregorianUs gregorianXlitEnglish gregorianXlitFrench grey
    gridLegend hair halfAlpha halfFrame halfHangul halfKatakana halfwidthKatakana handmade1
    handmade2 hardEdge harsh hash hdrs headerRow heart heartBalloon heartGray hearts heavy
    hebrew hebrew1 hebrew2 hebrew2Minus heebieJeebies heptagon hex hexagon hidden high
    highKashida highlight highlightText hijri hindiAlpha1Period hindiAlphaPeriod hindiConsonants
    hindiCounting hindiNumbers hindiNumParenR hindiNumPeriod hindiVowels Hiragana hiragana hlink
    holly homePlate honeydew horizontalScroll horz horzBrick horzCross horzStripe hotLight
    hotPink hour hours houseFunky hqprint hundredMillions hundreds hundredThousands
    hybridMultilevel hyperlink hyphen hypnotic i iceCreamCones icon iconSet ideographDigital
    ideographEnclosedCircle ideographLegalTraditional ideographTraditional ideographZodiac
    ideographZodiacTraditional in inactiveBorder inactiveCaption inactiveCaptionText inBase
    indent index indianRed indigo inEnd infoBk information infoText inline inlineStr inner
    insertClear insertCol insertDelete insertRow inset inside insideMargin integrated invGray
    iroha irohaFullWidth irregularSeal1 irregularSeal2 isometricBottomDown isometricBottomUp
    isometricLeftDown isometricLeftUp isometricOffAxis1Left isometricOffAxis1Right
    isometricOffAxis1Top isometricOffAxis2Left isometricOffAxis2Right isometricOffAxis2Top
    isometricOffAxis3Bottom isometricOffAxis3Left isometricOffAxis3Right isometricOffAxis4Bottom
    isometricOffAxis4Left isometricOffAxis4Right isometricRightDown isometricRightUp
    isometricTopDown isometricTopUp ivory japan japaneseCounting japaneseDigitalTenThousand
    japaneseLegal just justify justLow k khaki korea koreanCounting koreanDigital koreanDigital2
    koreanLegal l label landscape largest last7Days lastCol lastColumn lastHeaderCell
    lastLineOnly lastMonth lastQuarter lastRow lastTotalCell lastWeek lastYear lavender
    lavenderBlush lawnGreen left leftArrow leftArrowCallout leftBrace leftBracket
    leftCircularArrow leftMargin leftRightArrow leftRightArrowCallout leftRightCircularArrow
    leftRightRibbon leftRightUpArrow leftUpArrow legacy legacyFlat1 legacyFlat2 legacyFlat3
    legacyFlat4 legacyHarsh1 legacyHarsh2 legacyHarsh3 legacyHarsh4 legacyMatte legacyMetal
    legacyNormal1 legacyNormal2 legacyNormal3 legacyNormal4 legacyObliqueBottom
    legacyObliqueBottomLeft legacyObliqueBottomRight legacyObliqueFront legacyObliqueLeft
    legacyObliqueRight legacyObliqueTop legacyObliqueTopLeft legacyObliqueTopRight
    legacyPerspectiveBottom legacyPerspectiveBottomLeft legacyPerspectiveBottomRight
    legacyPerspectiveFront legacyPerspectiveLeft legacyPerspectiveRight legacyPerspectiveTop
    legacyPerspectiveTopLeft legacyPerspectiveTopRight legacyPlastic legacyWireframe
    lemonChiffon lessThan lessThanOrEqual lg lgCheck lgConfetti lgDash lgDashDot lgDashDotDot
    lgGrid light1 light2 lightBlue lightBulb lightCoral lightCyan lightDown lighten lightenLess
    lightGoldenrodYellow lightGray lightGreen lightGrey lightGrid lightHorizontal lightning1
    lightning2 lightningBolt lightPink lights lightSalmon lightSeaGreen lightSkyBlue
    lightSlateGray lightSlateGrey lightSteelBlue lightTrellis lightUp lightVertical lightYellow
    lime limeGreen lin line linear lineInv lineMarker linen lines linesAndChars list log low
    lowerLetter lowerRoman lowKashida lr lrTb lrTbV lrV lt1 lt2 ltBlue ltCoral ltCyan ltDnDiag
    ltGoldenrodYellow ltGray ltGreen ltGrey ltHorz ltPink ltr ltSalmon ltSeaGreen ltSkyBlue
    ltSlateGray ltSlateGrey ltSteelBlue ltUpDiag ltVert ltYellow lvlAtOnce lvlOne m M1 M10 M11
    M12 M2 M3 M4 M5 M6 M7 M8 M9 mac magenta mailingLabels major majorAscii majorBidi
    majorEastAsia majorHAnsi manual mapleLeaf mapleMuffins mapPins margin marker maroon marquee
    marqueeToothed master masterPages match mathDivide mathEqual mathMinus mathMultiply
    mathNotEqual mathPlus matte max maxMin MDY med medAquamarine medBlue medium mediumAquamarine
    mediumBlue mediumDashDot mediumDashDotDot mediumDashed mediumGray mediumKashida mediumOrchid
    mediumPurple mediumSeaGreen mediumSlateBlue mediumSpringGreen mediumTurquoise
    mediumVioletRed medOrchid medPurple medSeaGreen medSlateBlue medSpringGreen medTurquoise
    medVioletRed menu menuBar menuHighlight menuText metal midCat middleDot midnightBlue
    millions min minMax minor minorAscii minorBidi minorEastAsia minorHAnsi mintCream minus
    minute minutes mistyRose moccasin modern mongolianVert monospace month months moon moons
    morning mosaic movingAvg mult multilevel musicNotes MYD n NA na name narHorz narVert native
    navajoWhite navy nd neCell never newDocument newPage newSection next nextColumn nextMonth
    nextPage nextQuarter nextTo nextWeek nextYear nil noBar noControl noConversion noIndicator
    none nonIsoscelesTrapezoid norm normal northwest noSmoking noStrike notBeside notBetween
    notchedRightArrow notContains notContainsBlanks notContainsErrors notContainsText notEqual
    notFirstPage nothing null num number numberInDash numbering numTab nwCell obliqueBottom
    obliqueBottomLeft obliqueBottomRight obliqueLeft obliqueRight obliqueTop obliqueTopLeft
    obliqueTopRight octagon oddPage off olapFunctions oldLace OLEUPDATE_ALWAYS OLEUPDATE_ONCALL
    olive oliveDrab on onCall one oneCell openDmnd orange orangeRed orchid ordinal ordinalText
    origin orthographicFront other out outEnd outer outline outset outside outsideMargin oval
    ovals over overflow overlap overThenDown overwriteClear owners p packages page pageBottom
    pageBreakPreview pageFieldLabels pageFieldValues pageLayout paleGoldenrod paleGreen
    paleTurquoise paleVioletRed palmsBlack palmsColor papayaWhip paperClips papyrus paragraph
    parallelogram partyFavor partyGlass path pct pct10 pct12 pct15 pct20 pct25 pct30 pct35 pct37
    pct40 pct45 pct5 pct50 pct55 pct60 pct62 pct65 pct70 pct75 pct80 pct85 pct87 pct90 pct95
    peachPuff pencils pentagon people peopleHats peopleWaving percent percentage percentDiff
    percentile percentOfCol percentOfRow percentOfTotal percentStacked period perspectiveAbove
    perspectiveAboveLeftFacing perspectiveAboveRightFacing perspectiveBelow
    perspectiveContrastingLeftFacing perspectiveContrastingRightFacing perspectiveFront
    perspectiveHeroicExtremeLeftFacing perspectiveHeroicExtremeRightFacing
    perspectiveHeroicLeftFacing perspectiveHeroicRightFacing perspectiveLeft perspectiveRelaxed
    perspectiveRelaxedModerately perspectiveRight peru pg pgNum pgNumB pgNumMargins pgNumT phClr
    picture pie pieWedge pink pinYin pivotTable placeholder placeholders plaid plaque plaqueTabs
    plastic plum plus poinsettias poly portrait pos postageStamp powder powderBlue power prev
    print printArea printer priority product prompt ptInCategory ptInSeries pumpkin1 purple
    pushPinNote1 pushPinNote2 pyramid pyramids pyramidsAbove pyramidToMax Q1 Q2 Q3 Q4 quadArrow
    quadArrowCallout quadrants quarters query queryTable r R1C1 range readOnly realTimeData rect
    red ref refError regular relaxedInset repeat rest restart reverseDiagStripe ribbon ribbon2
    riblet right rightArrow rightArrowCallout rightBrace rightBracket rightMargin rightVertical
    rings rl rlV rnd roman romanLcParenBoth romanLcParenR romanLcPeriod romanUcParenBoth
    romanUcParenR romanUcPeriod rosyBrown round round1Rect round2DiagRect round2SameRect
    roundRect row rows royalBlue rsaAES rsaFull rtf rtl rtTriangle runTotal russianLower
    russianUpper s saddleBrown safari saka salmon sandyBrown sans-serif sawtooth sawtoothGray
    scaredCat scenario screen script scrollBar sdtContentLocked sdtLocked seaGreen seaShell
    seattle seCell second secondColumnStripe secondColumnSubheading secondRowStripe
    secondRowSubheading seconds secondSubtotalColumn secondSubtotalRow sectEnd selection
    separate separator series seriesEl shadowedSquares shape shapes1 shapes2 shared sharksTeeth
    shdw1 shdw10 shdw11 shdw12 shdw13 shdw14 shdw15 shdw16 shdw17 shdw18 shdw19 shdw2 shdw20
    shdw3 shdw4 shdw5 shdw6 shdw7 shdw8 shdw9 sheet shimmer shingle shorebirdTracks sib sienna
    silver single singleAccounting singleLevel singleQuote skip skw skyBlue skyrocket
    slantDashDot slateBlue slateGray slateGrey slope sm small smCheck smConfetti smGrid
    smileyFace smooth smoothMarker snapToChars sng sngStrike snip1Rect snip2DiagRect
    snip2SameRect snipRoundRect snow snowflakeFancy snowflakes soft softEdge softmetal softRound
    solid solidDmnd sombrero southwest sp space span sparkle spellEnd speller spellStart sphere
    split springGreen sq square squareTabs stack stacked stackScale standard star star10 star12
    star16 star24 star32 star4 star5 star6 star7 star8 stars stars3d starsBlack starsShadowed
    starsTop start stdDev stdDevP stdDevp stdErr stealth steelBlue stop stored str
    straightConnector1 stretch strict stripedRightArrow stroke subscript subSup sum sun sunrise
    sunset superscript swCell swirligig swiss swooshArrow sysDash sysDashDot sysDashDotDot
    sysDot t tab table taiwan taiwaneseCounting taiwaneseCountingThousand taiwaneseDigital tan
    tb tblOfContents tbLrV tbls tbRl tbRlV tbV teal teardrop tenMillions tenThousands text text1
    text2 textArchDown textArchDownPour textArchUp textArchUpPour textButton textButtonPour
    textCanDown textCanUp textCascadeDown textCascadeUp textChevron textChevronInverted
    textCircle textCirclePour textCurveDown textCurveUp textDeflate textDeflateBottom
    textDeflateInflate textDeflateInflateDeflate textDeflateTop textDoubleWave1 textFadeDown
    textFadeLeft textFadeRight textFadeUp textFit textInflate textInflateBottom textInflateTop
    textLength textNoShape textPlain textRingInside textRingOutside textSlantDown textSlantUp
    textStop textTriangle textTriangleInverted textWave1 textWave2 textWave4 textWrapping thai
    thaiAlphaParenBoth thaiAlphaParenR thaiAlphaPeriod thaiCounting thaiDist thaiDistribute
    thaiLetters thaiNumbers thaiNumParenBoth thaiNumParenR thaiNumPeriod thick thickThin
    thickThinLargeGap thickThinMediumGap thickThinSmallGap thin thinDiagCross thinDiagStripe
    thinHorzCross thinHorzStripe thinReverseDiagStripe thinThick thinThickLargeGap
    thinThickMediumGap thinThickSmallGap thinThickThinLargeGap thinThickThinMediumGap
    thinThickThinSmallGap thinVertStripe thirdColumnSubheading thirdRowSubheading
    thirdSubtotalColumn thirdSubtotalRow thisMonth thisQuarter thistle thisWeek thisYear
    thousands threeDEmboss threeDEngrave threePt through tight time timePeriod tl today tomato
    tomorrow toolbar top top10 topEnd topLeft topMargin topRight tornPaper tornPaperBlack
    totalRow tr trackedChanges transitional translucentPowder trapezoid tree trees trellis tri
    triangle triangle1 triangle2 triangleCircle1 triangleCircle2 triangleParty triangles
    trillions triple True true turquoise twistedLines1 twistedLines2 twoCell twoPt tx1 tx2
    txtBox type typeAny u underDot underscore undOvr uniqueValues unknown unlocked upArrow
    upArrowCallout upDiag upDownArrow upDownArrowCallout upperLetter upperRoman userSet
    uturnArrow v val value valueBetween valueEqual valueGreaterThan valueGreaterThanOrEqual
    valueLessThan valueLessThanOrEqual valueNotBetween valueNotEqual var variable varP varp vert
    vert270 verticalScroll vertStripe veryHidden vietnameseCounting vine violet visible w
    warmMatte warning watermarks wave waveline wavy wavyDbl wavyDouble wavyHeavy wdDnDiag
    wdUpDiag weave weavingAngles weavingBraid weavingRibbon weavingStrips web
    wedgeEllipseCallout wedgeRectCallout wedgeRoundRectCallout wheat white whiteFlowers
    whiteSmoke whole wholeTable win window windowFrame windowText woodwork wordArtVert
    wordArtVertRtl words worksheet x xIllusions xml xy y YDM year years yearToDate yellow
    yellowGreen yesterday YMD zanyTriangles zero zigZag zigZagStitch
    """
)
"""Whatever else an attribute says is a number, or somebody's own words."""
