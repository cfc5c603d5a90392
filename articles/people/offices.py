"""Words around names: offices and callings that introduce a person, institutions that only bear one's name, places.
Word lists and how they are met in German compounds; names themselves are in text/names.py."""

import re
from functools import lru_cache

from simplemma import is_known


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OFFICE_ENDINGS = """
minister präsident kanzler bürgermeister sprecher chef direktor sekretär machthaber kollege kollegin diktator
premier kaiser könig prinz prinzessin papst bischof kardinal pfarrer dekan landrat landrätin stadtrat stadträtin
gemeinderat gemeinderätin beigeordnete dezernent vorsitzende vorstand vorsteher abgeordnete senator gouverneur
botschafter konsul general oberst hauptmann kommandant admiral kommissar beauftragte intendant dirigent kantor
sänger musiker pianist komponist maler künstler bildhauer regisseur schauspieler autor schriftsteller dichter
journalist moderator redakteur reporter fotograf herausgeber trainer spieler stürmer torwart kapitän weltmeister
olympiasieger professor dozent forscher historiker physiker chemiker biologe biologin ökonom soziologe
soziologin psychologe psychologin archäologe archäologin experte expertin wissenschaftler zahnarzt tierarzt
chefarzt oberarzt hausarzt ärztin mediziner apotheker lehrer rektor leiter führer unternehmer gründer inhaber
besitzer betreiber landwirt gastwirt gastronom winzer bäckerin metzger handwerker meister architekt ingenieur
politiker kandidat aktivist gewerkschafter funktionär präses richter anwalt anwältin verteidiger notar
kommandeur polizist ermittler nachfolger vorgänger stellvertreter herausforderer rivale rivalin berater
assistent verleger manager träger bewohner anwohner nachbar rapper popstar theologe theologin philosoph geograph
geograf astronom mathematiker ist istin loge login iker macher sieger offizier läufer schwimmer kämpfer aner
länder ierin esin bäcker schüler student azubi rentner friseur dachdecker elektriker installateur klempner
tischler schreiner maurer fußballer handballer radprofi biathlet rennfahrer influencer youtuber blogger
chancellor secretary spokesman spokeswoman spokesperson chairman chairwoman governor president"""
_OFFICE_WORDS = _words(
    """dr prof herr herrn frau graf gräfin fürst fürstin herzog herzogin baron sir lord lady mann boss obmann obfrau
    wirt wirtin arzt zeuge zeugen zeugin witwe witwer ehefrau ehemann sohn tochter bruder schwester vater mutter
    enkel enkelin neffe nichte onkel tante freund freundin gegner major rabbi imam mayor judge king queen prince
    princess pope bishop captain coach doctor mr mrs ms actor actress writer singer director leader senator minister
    colleague"""
)
_INSTITUTION_ENDINGS = """
straße strasse platz allee gasse weg ufer schule gymnasium universität hochschule akademie institut stiftung
medaille museum theater klinik klinikum krankenhaus kirche kapelle kaserne stadion arena zentrum center
gesellschaft verein verband verlag buchhandlung orchester quartett ensemble gruppe versicherung partei
bibliothek archiv galerie denkmal gebirge flughafen bahnhof turnier festspiele siedlung viertel bücherei gelände
passage sparkasse herberge"""
_INSTITUTION_WORDS = _words(
    """gmbh ag kg ohg se ltd inc corp co ev preis haus halle ring damm brücke tor markt uni dom park bad orden club
    klub band trio chor werke werk bau group holding bank turm insel see airport street avenue road square
    university school foundation award prize hospital cup pokal lauf fest saal heim kolleg cars motors stadium"""
)
_FIRM_ENDINGS = """
bau technik logistik handel werke transporte reisen immobilien medien druckerei guss metall stahl holz chemie pharma
automotive systeme systems services industries energie elektronik dienste dienst textil mode"""
_BEARERS = _words(
    """familie firma ehepaar eheleute gebrüder brüder autohaus praxis kanzlei bäckerei metzgerei hotel gasthaus
    gasthof bündnis liste team gruppe café haus schloss burg kloster villa apotheke reederei werft agentur
    kapelle stadt gemeinde ortsteil landkreis kreis dorf modehaus kaufhaus brauerei weingut spedition fall"""
)
_THING_ENDINGS = """
schiff frachter fregatte tanker fähre dampfer kreuzer segler yacht jacht korvette zerstörer flugzeugträger eisbrecher
trawler schlepper kutter flugzeug hubschrauber airbus
gymnasium schule stiftung kaserne stadion halle asteroid zeche musical schauspielhaus
sternwarte bohrinsel galerie kolleg verlag
flughafen airport bahnhof museum institut universität hochschule akademie theater klinikum klinik krankenhaus
bibliothek denkmal brücke allee straße"""
_THINGS = _words(
    "ms mv uss hms sms rms film roman oper drama stück rose lok zug asteroid kita preis medaille boot saal"
)
_BEFORE_PLACES = _words(
    """san santa santo são st sankt saint los las new port fort mount cape lake rio puerto bad villa porto camp schloss
    burg"""
)
_PLACES = _words(
    """Deutschland Österreich Schweiz Frankreich Italien Spanien Portugal Polen Russland Ukraine Belarus Türkei
    Griechenland Ungarn Rumänien Bulgarien Serbien Kroatien Slowenien Slowakei Tschechien Niederlande Belgien
    Luxemburg Dänemark Schweden Norwegen Finnland Island Irland England Schottland Großbritannien Europa Israel Iran
    Irak Syrien Libanon Ägypten China Japan Indien Pakistan Afghanistan Nordkorea Südkorea Korea Kanada Mexiko
    Brasilien Argentinien Chile Amerika USA Afrika Südafrika Australien Berlin Hamburg München Köln Frankfurt
    Stuttgart Düsseldorf Dortmund Essen Bremen Hannover Leipzig Dresden Nürnberg Duisburg Bochum Bonn Münster
    Mannheim Karlsruhe Augsburg Wiesbaden Kiel Lübeck Mainz Erfurt Rostock Kassel Potsdam Wien Graz Salzburg Zürich
    Basel Bern Genf Paris London Rom Madrid Moskau Kiew Warschau Prag Budapest Brüssel Washington Peking Tokio
    Bayern Hessen Sachsen Thüringen Brandenburg Niedersachsen Saarland Pfalz"""
)
_TIMES = _words(
    """Anfang Mitte Ende Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montag
    Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Ostern Pfingsten Weihnachten Jahr Jahre Tag Uhr
    Prozent Euro Millionen Milliarden"""
)
_ADDRESSES = _words("dr prof herr herrn frau sir lord lady mr mrs ms")
_TRADES = """
sänger musiker pianist schauspieler trainer stürmer torwart kapitän weltmeister olympiasieger ballspieler
nationalspieler tennisspieler schachspieler zahnarzt tierarzt bäcker bäckerin metzger schüler azubi rentner
friseur dachdecker elektriker installateur klempner tischler schreiner maurer fußballer handballer radprofi
biathlet rennfahrer influencer youtuber blogger bäckermeister hausmeister malermeister rapper popstar läufer
schwimmer polizist model gastwirt gastronom winzer"""
_HIGH_OFFICES = """
minister präsident kanzler premier senator gouverneur generalsekretär kommissar papst könig königin botschafter
regierungschef staatschef parteichef fraktionschef"""
DETERMINERS = _words(
    """der die das den dem des ein eine einen einem einer eines kein keine im am vom zum zur beim ins ans aufs dieser
    diese diesem diesen jeder jede ihr sein ihre seine ihrem seinem ihren seinen ihrer seiner ihres seines mein meine
    meinen meinem unser unsere unseren unserem euer eure dein deine jeden jedem jenen jenem welchen welchem bis seit ab
    ende anfang mitte the a"""
)
PLACE_PREPOSITIONS = frozenset({"in", "nach", "auf"})
FIRM_PREPOSITIONS = frozenset({"bei", "at"})
"""Before a family name alone they mean the firm, as in "der Streik bei Rothmaler"."""

_INFLECTED = r"(?:in|innen)?(?:s|es|n|en|r|ns)?"
_HYPHEN = re.compile(r"[-\u2010\u2011]")


def _ending_in(words: str, inflection: str = "") -> re.Pattern[str]:
    return re.compile(rf".*(?:{'|'.join(words.split())}){inflection}")


_OFFICE = _ending_in(_OFFICE_ENDINGS, _INFLECTED)
_HIGH_OFFICE = _ending_in(_HIGH_OFFICES, _INFLECTED)
_TRADE = _ending_in(_TRADES, _INFLECTED)
_THING = _ending_in(_THING_ENDINGS, "s?")
_INSTITUTION = _ending_in(_INSTITUTION_ENDINGS, "(?:s|es|n|en)?")
_FIRM = _ending_in(_FIRM_ENDINGS, "s?")


@lru_cache(maxsize=50_000)
def is_office(word: str) -> bool:
    """An office, a calling or a title, also as the end of a compound: Ex-Außenministerin, Polizeisprechers."""
    last = _HYPHEN.split(word.lower())[-1]
    return word[0].isupper() and (last in _OFFICE_WORDS or bool(_OFFICE.fullmatch(last)))


@lru_cache(maxsize=50_000)
def is_institution(word: str, *, after_name: bool = False) -> bool:
    """Sparkasse, Willy-Brandt-Ring. After a name trades count too, and short words that might be a name: Haus."""
    parts = _HYPHEN.split(word.lower())
    is_short_one = parts[-1] in _INSTITUTION_WORDS and (after_name or len(parts) > 1)
    is_firm = after_name and bool(_FIRM.fullmatch(parts[-1]))
    return is_short_one or is_firm or bool(_INSTITUTION.fullmatch(parts[-1]))


def is_address(word: str) -> bool:
    """Herr, Dr: said of everybody, and so an office of nobody in particular."""
    return word.lower() in _ADDRESSES


@lru_cache(maxsize=50_000)
def is_high_office(word: str) -> bool:
    """Few hold it at a time: with it, even a common family name is enough."""
    return bool(_HIGH_OFFICE.fullmatch(_HYPHEN.split(word.lower())[-1]))


@lru_cache(maxsize=20_000)
def is_trade(word: str) -> bool:
    """A calling of sport, craft or stage, which hardly goes with an office."""
    return bool(_TRADE.fullmatch(_HYPHEN.split(word.lower())[-1]))


def is_bearer(word: str) -> bool:
    """What carries a family's name without being one person: Familie, Firma, Autohaus."""
    return word.lower() in _BEARERS


def is_thing_with_name(word: str) -> bool:
    """Ships, schools, films: the name behind it is theirs."""
    lowered = word.lower()
    return lowered in _THINGS or bool(_THING.fullmatch(lowered))


def begins_place(word: str) -> bool:
    """San, Bad, St: what follows is a place."""
    return word.lower() in _BEFORE_PLACES


def is_place_or_time(word: str) -> bool:
    return word in _PLACES or word in _TIMES or (word.endswith("s") and word[:-1] in _PLACES)


@lru_cache(maxsize=100_000)
def is_word(word: str) -> bool:
    """Whether the German dictionary has it; it has many family names too, because they are words."""
    return bool(is_known(word, lang="de"))
