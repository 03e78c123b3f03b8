"""First names that are common in Sweden, so that a name is told from other capital letters.

Written down from what is commonly known of Swedish names; it need not be whole, since titles,
initials and endings of surnames tell of names too.
"""

FIRST_NAMES = frozenset(
    """
abbas abdi abdirahman abdul abdullah abigail adam adele adina adnan adrian agda agnes agneta ahmad
ahmed aida aina aisha albert albin aleksandra alex alexander alexandra alexis alf alfons alfred ali
alice alicia alina alma almira alva alvar alvin amal amalia amanda amelia amina amir amira amy ana
anastasia anders andrea andreas andrej andriy andrzej anette angelica angelika angelina anita anja
ann anna annalena annbritt annchristin anne anneli annelie annemarie anneth annette annica annie
annika anthony anton antonia antonio anya arash ari arman arne arnold aron artur arvid asma asta
astrid atle august aurora axel aylin azad aziza barbara barbro bassam beata beatrice beatrix bedros
bengt benita benjamin berit bernt bert berta berth bertil betty bianca bibbi birger birgit birgitta
birgitte bjarne björn bo bodil boel bosse branko brita britt britta bror bruno börje caisa cajsa
camilla carin carina carl carola carolina caroline caspar catarina catharina catherine cathrin
cathrine cecilia celina charles charlie charlotta charlotte chris christel christer christian
christin christina christine christoffer christopher claes clara clas claudia colin conny conrad
cornelia cornelis cristina curt dag daga dagmar dagny dan daniel daniela daniella danijel danuta
dario darko david davor dejan denise dennis desiree diana dilan dina disa dmitri dmytro doris
dorota dragan duc dusan ebba ebbe eddie edgar edit edith edvard edvin edward edwin egon eila eileen
einar eira eivor ekaterina elena eleonor eleonora eli elia elias elif elin elina eline elinor elis
elisa elisabet elisabeth elise ellen ellie ellinor elliot elma elmer elof elsa else elsie elsy
elvira elvis emanuel emelie emil emilia emilie emily emin emma emmy emre enar engla enok eric erica
erik erika erland erling ernst eskil esra ester esther estrid eugen eva evald evelina evelyn evert
ewa eyvind fabian fadi fadime fahimeh fanny farah farhad farid fatemeh fatima fatme fatuma felicia
felix ferdinand fidan filip filippa folke frans franz fredric fredrik fredrika freja frida fritz
gabriel gabriella gabrielle georg george gerald gerd gerda gerhard gerry gert gerth gertrud gisela
gith gittan goran gordana gottfrid grazyna greta grete grzegorz gulsen gun gunborg gunhild gunilla
gunlög gunn gunnar gunnel gunni gunvor gustaf gustav gusten göran gördis gösta göte habib hadi
haidar halina halvar hamid hampus hamza hana hanan hanna hannah hannele hannes hans harald harriet
harry hasan hassan hasse hassib hedda hedvig heidi heikki helen helena helene helga helge helmer
helmi helmut helny henning henny henric henrik henry herbert herman hermine hilda hilding hildur
hilkka hillevi hilma hiwot hjalmar hjördis hoa holger hubert huda hugo huong hussein håkan ian
ibrahim ida idris igor ilona ilse ina inez inga ingalill ingbritt ingeborg ingegerd ingegärd ingela
ingemar ingemor inger ingmar ingrid ingvar ingvor inkeri inna ioana irena irene irina iris irma
irmeli iryna isa isabel isabell isabella isabelle isak ismail issa ivan ivana ivar iwona jack jacob
jacqueline jakob jama jamal james jan jana jane janet janina janne jannika jari jarl jarmo jasmin
jasmina jasmine javad jean jeanette jelena jenna jennie jennifer jenny jens jeppe jerker jerry
jerzy jesper jessica jessika jill jim jimmie jimmy joacim joakim joanna joar joel johan johanna
johanne john johnny jolanta jon jonas jonatan jonathan jonna jonny joona jordan jorge jorma josef
josefin josefina josefine joseph josephine josip jouko jovan judit judith juha juho jukka jules
julia julian juliana julie julius jussi jutta jytte jöns jörgen jörn kai kaisa kaj kajsa kalle
kamal kamil kamila karim karin karina karl karla karolína karolin karolina karoline karzan kasper
kassem katarina katarzyna kate katharina kathrin katja katrin kenneth kenny kent kenth kerstin
kevin khadija khaled khalid kicki kim kimmo kirsi kirsten kirsti kjell kjerstin klara klas klaus
knut konrad krister kristian kristiina kristin kristina kristine kristofer kristoffer krystyna
krzysztof ksenia kurdo kurt kåre käthe lage laila lan lars lasse laszlo laura lauri layla lea leena
leif leila leja lena lennart leo leon leonard leonie leopold leyla li liam lidia lidija lilian lill
lillemor lilly lily lina linda linh linn linnea linnéa linus lis lisa lisbet lisbeth liselott
liselotta liselotte liv liyan liza ljubica lo loa lotta lotten louis louise lova love lovis lovisa
lucas lucia ludvig luis luisa lukas luna lydia lykke maarit mads magda magdalena magnhild magnus
mahad mahmood mahmoud mai maj maja maksym malcolm malgorzata malin malte malva manal manfred manne
manuel marcel marcin marco marcus marek margaret margareta margaretha margit margot margret
margreta mari maria mariam mariana mariann marianne marie marija marika marina mario marion marisa
marit marita marius marja marjan marjatta mark markku marko markus marta martha marthe martin
martina marwa mary maryam mateusz mathias mathilda mathilde mats matteo matti mattias matts maud
maureen maurits max maximilian maya mehari mehdi mehmet mei melanie melina melissa melker melvin
mercedes merete merima merja meron meta mia micael michael michaela michal michel michelle miguel
mihai mikael mikaela mike mikhail mikko mila milad milan milena milica milla milo milos milton
mimmi mina minea minh minna mira miranda miriam mirjam mirjana mirko moa mohamad mohamed mohammad
mohammed mohamud mohsen molly mona monica monika morgan moritz morten mostafa mousa muhammad
muhammed muna munir mussa musse mustafa mykola mårten märit märta nada nadia nadja nahid naima
najib nancy naomi natalia natalie nataliia natalija natascha natasha nathalie nathan nazanin nazar
nebojsa negar nell nellie nelly nermin nguyen niclas nicola nicolas nicole nicolina niels niilo nik
niklas nikola nikolaj nikolas nikolina nils nima nina nino noa noah noel noelle noomi nooshin nora
nour nova nuur obaida odd ofelia ola olaf olav ole oleg oleksandr olena olga olha oliver olivia
olle olof olov olve omar omid orvar osama oscar oskar osman osvald othilia otilia ottilia otto ove
paola parisa parvin patric patricia patrick patrik patrycja paul paula pauli paulina pauline pavel
pedro peer pehr pekka pelle penny per pernilla perry peter petra petri petronella petter philip
phillip pia pierre piotr pirjo pirkko pontus päivi pär rafael ragna ragnar ragnhild ragni rahel
rahma raija raili raimo ralf ralph ramona randi rania raoul raquel rasmus rebecca rebecka reidar
reijo reine reinhold reino renata rene renée reza ricardo richard rickard riikka rikard rita ritva
robban robert roberta roberto robin roger roland rolf roman romeo ronald ronja ronnie ronny rosa
rose roshan roy roza ruben rudolf runa rune rustan rut ruth ryszard sabina sabine sabrina sadia
saeed saga said sakari salam saleh salima salma sam samer sami samir samira samuel sanam sandra
sanja sanna sanne santiago sara sarah sasa saskia sebastian selim selina selma senad sergei sergej
serkan severin shahin shirin shukri siavash sibylla siegfried sif signar signe signhild sigrid
sigurd sigvard silvia simon simone sini siri sirkka siv sixten sladjana slavica slobodan snezana
sofi sofia sofie sofija solbritt solfrid solveig solweig sonia sonja sonny sophia sophie staffan
stanislaw stefan stefania stefanie stella sten stephan stephanie stephen steve steven stig stina
sture styrbjörn sune susan susann susanna susanne svante svea sven svend sverker sverre svitlana
sylve sylvia synnöve syver sölve sören tage taha tallat tamara tanja tapio tariq tarja tatiana
tatjana ted teo teodor teresa terese tetiana theo theodor therese theresia thi thomas thor
thorbjörn thord thore thorsten thorvald thure thuy tilda tilde tim timo timothy tina tindra tobias
tom tomas tomasz tommie tommy tone toni tonny tony tor torbjörn tord tore torgny torkel torsten
torvald tova tove trang trine tristan trond truls tua tuan tuija tula tuomas ture tuula tuva tyko
tyr tyra ulf ulla ullabritt ulrica ulrik ulrika ulrike urban ursula vaclav valborg valdemar
valentin valentina valter vanessa vanja vasilij vasyl vega vendela vera verner veronica veronika
vesna vibeke vicky victor victoria vidar vide vigdis viggo viktor viktoria vilgot vilhelm
vilhelmina ville vilma vincent viola violeta viveca viveka vivi vivian vivianne vladimir vlado
volker volodymyr walid walter waltraud wanja wei weronika wiktor wilhelm wilhelmina william willy
wilma wivi xerxes xuan yahya yan yasin yasmin yasmine yngve yohannes yosef yousef youssef yulia
yuliia yuri yusuf yvette yvonne zahra zainab zaki zara zdravka zeinab zelda zeljko zenita zeynep
zlatan zlatko zofia zoran zuzana åke årolf åsa åse åslög älva örjan östen özlem
""".split()  # noqa: SIM905 - one name a line would be seven hundred lines
)
