"""Surnames that are common in Sweden and do not tell of themselves by their endings.

Written down from what is commonly known of Swedish names, as the first names are.
"""

SURNAMES = frozenset(
    """
abdi abdulla abdullah adam ahlberg ahlgren ahlin ahmad ahmadi ahmed akbari aksoy alexandersson ali
alm almgren aslan aydin backman berg bergh berglind berglund bergman bergqvist berndt bilic björk
björklund björkman blad blom blomberg blomgren boman borg boström brandt bremer broberg broman
brännström burman byström chen claesson dahl dahlberg dahlgren dahlin dahlman demir diaz doğan
edlund edman ek ekberg ekblad ekholm eklund ekman elfving engberg englund engman enqvist erdogan
falk fernandez fjellström flod fors forsberg forslund forsman franzén fredholm friberg frid fridh
frisk fröberg garcia gonzalez grahn gran granath granberg grönberg grönlund gunnarsson gupta
gustavsson hagberg haglund hagman hallberg hallgren hammar hammarberg hammarlund hansen hassan
hedberg hedin hedlund hedman hellberg hellgren hellman hellström hermansson hernandez hjelm hjort
holgersson holm holmberg holmgren holmlund holst hosseini huang hultgren hultman hussein huynh
högberg höglund ibrahim isaksen islam jafari jansen jensen johansen juhlin jung karimi kaur kaya
khalil khan kim kjellberg kjellgren klasson klein kling kovac kovacs kovalenko kowalski krantz
kristoffersen krüger kumar kumlin lagerberg lagergren larsen larsson lewandowski li lin lind
lindahl lindberg lindblad lindblom linde lindell linden linder lindfors lindgren lindh lindholm
lindman lindmark lindroth lindén liu ljung ljungberg ljunggren lopez lund lundberg lundblad lunde
lundell lunden lundgren lundh lundholm lundin lundkvist lundmark lundqvist ly löf löfberg löfgren
löfquist lönn lööf malm malmberg malmgren markovic martinez melin meyer moberg modig modin mohamed
mohamud moilanen moradi morales månsson möller müller naslund nazari ngo nguyen nielsen nilsen
norberg nord nordberg nordgren nordh nordin nordlund nordström norgren norén novak nyberg nygren
nyholm nylander nylund nyman näslund oberg olsen omar osman ottosson palm patel pedersen pereira
perez persson petersen pettersen pham phan popov rahimi rahman ramirez ramos rask rehn rehnberg
reza rivera rodriguez rohdin roos rosen rosenberg rosengren rosén roth ryd rydberg rydholm rydén
saari sahlin salonen sanchez sandahl sandberg sandell sandgren sandholm sandin sandman schmidt
schneider schultz shah sharma silva singh sjöberg sjöblom sjödin sjögren sjöholm sjölander sjölin
skog skoglund skoog smith sonesson staaf stenberg stenlund stenman stjernberg strandberg strid
strindberg ström sund sundberg sundell sundgren sundin sundman sundqvist svahn svanberg svedberg
svärd svärdh söder söderberg södergren söderholm söderlund tapper thelin thi thorell tran truong
törnblom törnqvist ulander viberg vidal viklund virtanen vo vu wahl wahlberg wahlgren wahlin wall
wallberg wallgren wallin wang wei wennberg wennerberg westberg wester westerberg westergren
westerlund westin westlund westman wiberg wickberg wickman widell widén wik wiklund wikman winberg
wong wu xu yang yildirim yildiz yilmaz yousif yusuf zetterberg zetterlund zhang zhao zhou zhu åberg
ågren åhlund åkerberg åkerlund åkerman åslund öberg öhlund öhman öqvist östberg österberg österlund
östlund östman
""".split()  # noqa: SIM905 - one name a line would be four hundred lines
)
