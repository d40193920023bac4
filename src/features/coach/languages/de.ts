import type { Words } from "./words.ts";

export const de: Words = {
  language: "de",
  verbs: {
    work: `launch* einführ* eingeführ* einzuführ* veröffentlich* erstell* entwickel* entwickl* entwerf* entworfen* durchführ* durchgeführ* durchzuführ* umsetz* umgesetz* umzusetz*
      implementier* schreib* geschrieb* verfass* einstell* eingestell* rekrutier* eröffn* festleg* festgeleg* ausarbeit* ausgearbeit* erarbeit* abschließ* abschliess* abgeschlossen*
      besuch* organisier* veranstalt* bau* gebaut* aufbau* aufgebaut* ausbau* einbau* eingebaut* migrier* dokumentier* einricht* eingericht* verabschied* digitalisier*
      abschalt* abgeschalt* anbiet* angebot* ausliefer* ausgeliefer* abhalt* abgehalt* start* vorbereit* überarbeit* bereitstell* bereitgestell* ergänz* besetz*
      definier* fertigstell* fertiggestell* prüf* geprüf* präsentier* versend* versand* umzieh* umgezog* abstimm* abgestimm* führ* geführ* test* getest* unterschreib* unterschrieben* unterzeich* automatisier*
      integrier* refaktorier* schul* geschul* trainier* analysier* untersuch* evaluier* planen plan geplan* gestalt* konzipier* koordinier* kommunizier* beauftrag* beschaff* kauf* install* konfigurier*
      aktualisier* modernisier* liefer* ausroll* ausgeroll* pilotier* zertifizier* übersetz* dreh* produzier* erweiter* vereinbar* etablier* schaff* geschaff* formulier* skizzier* beschreib*
      identifizier* ermittel* sammel* teilnehm* teilgenomm* aufsetz* aufgesetz* anleg* angeleg* ablös* abgelös* ersetz* entfern* lösch* freigeb* freigegeb* vorstell* vorgestell* erlang* beantrag* einreich* releas* deploy*`,
    change: `steiger* gesteiger* erhöh* senk* gesenk* verringer* reduzier* verbesser* verkürz* halbier* verdoppel* verdreifach* sink* sank gesunken* steig* stieg gestiegen* fäll* fallen fiel wachs* wächst gewachsen
      zurückgeh* gehen* minimier* maximier* beschleunig* abbau* abgebaut* optimier* stärk* gestärk* spar* gespart* einspar* eingespar* vermeid* anheb* kürz* drück* ausweit*`,
    reach: `erreich* halt* gehalten* bleib* lieg* liegt übertreff* übertroff* beträg* betrag* schaff* sicher* überschreit* unterschreit* bewahr* komm*`,
    gain: `gewinn* gewonn* verkauf* erziel* einnehm* eingenomm* bind* gebund* überzeug* akquirier* abschlüss* sammel* einwerb* konvertier* generier*`,
    serve: `beantwort* lös* gelös* bearbeit* erledig* beheb* behob* antwort* liefer*`,
    behave: `nutz* genutz* verwend* bestell* empfehl* empfiehlt weiterempfehl* finden* find* gefund* kauf* schließ* bewert* kommen* komm* erhalt* erhält* wart* bleib* werd* wird melden* meld* stürz* versteh* sagen* gib* geb* geben* wechsel* kündig* nehm* nimm* stell* klick* registrier* vertrau* fühl* übernomm* spar* bezahl* laden* lädt lad* besuch* lern* treff* bring*`,
    light: `mach* gemach* hab* hat haben bring* bekomm* lass* sorg* ermöglich* unterstütz* biet* sein ist sind wird werden`,
  },
  nouns: {
    metric: `*zufriedenheit *rate *quote *dauer *zeit *zeiten *kosten *umsatz *umsätze *marge *gewinn *erlös* *ertrag *verfügbarkeit *abdeckung *latenz *verbrauch *bedarf *anteil anteil *zahl *anzahl nps csat
      *fluktuation *abwanderung churn* *auslastung *produktivität *ausschuss *retention *conversion* *engagement *wachstum *bindung *bekanntheit *reichweite traffic *nutzung *durchsatz *qualität *score *index *note *bewertung *wert *ladezeit
      *umlauf *bestand *rückstand *rückstände *stimmung *vertrauen *häufigkeit *tage *stunden *effizienz *leistung *stabilität *emissionen p95 p99 p50 *punkte prozent *ausfallzeit *runway *liquidität *genauigkeit *interaktion *transparenz *sichtbarkeit`,
    result: `*abonnent* *kunde *kunden *kundinnen *nutzer *nutzern *nutzerinnen *käufer *anmeldung* *registrierung* *download* *besuche *besuchen *bestellung* *bewerbung* *reklamation* *beschwerde* *anruf* *anrufe *ticket* *fehler *fehlern *störung* *ausfälle *unfälle *vorfälle *verkäufe *lead *leads *vertragsabschlüsse *abschlüsse *empfehlung* *mitglied* *spende* *deal* *deals *klick* *aufruf* *aufrufe *retouren *stornier* *rückmeldung* *antwort* *antworten *lieferung* *deployments *aufträge`,
    activity: `*schulung* *workshop* *meeting* *interview* *interviews *gespräch* *befragung* *umfrage* *messe *messen *event* *veranstaltung* *kampagne* *audit* *training* *fortbildung* *einführung *umstellung *umzug *rollout *relaunch *launch *migration *refactoring *test *tests *präsentation* *auswertung *analyse *pilotprojekt *projekt *projekte *versammlung* *bürgerversammlung* *ausschreibung *erstellung *entwicklung *umsetzung *implementierung *integration *überarbeitung *aktualisierung *einstellung`,
    artefact: `*website *webseite *seite *app *apps *portal *system *systeme *konzept *strategie *plan *handbuch *leitfaden *artikel *blog* *newsletter *podcast *dashboard *prototyp *prototypen *api *schnittstelle *datenbank *pipeline *monitoring *dokumentation *version *funktion *feature* *produkt *programm *prozess* *richtlinie* *satzung *entwurf *vertrag *verträge *preisliste *vorlage* *styleguide *leitbild *lager *stelle *stellen *profil* *formular* *crm *erp *okrs *okr *modul* *bericht *report *video* *katalog *shop *software *server *tool* *zertifizierung *architektur *runbook *stellenprofile *kita *kitas *schule *schulen *filiale *büro *anforderungen *suchfunktion`,
    others: `*kunde *kunden *kundinnen *nutzer *nutzern *nutzerinnen *anwender* *bürger* *bürgerinnen *patient* *patienten *eltern *schüler* *studierend* *lehrkräft* *teilnehmend* *teilnehmer* *besucher *händler* *käufer* *freiwillig* *mitglied* *abonnent* *azubi* *entwickler *gäste *familien *haushalt* *bewerber* *menschen *unternehmen *partner* *testkunden`,
    ours: `mitarbeit* *mitarbeiter *mitarbeitende* *mitarbeitenden *teams team *abteilung* *führungskräft* *vertriebsmitarbeiter *entwickler *dienste *systeme *filialen *server *kolleg* *standort* *projekte`,
  },
  abstract: `kultur innovation exzellenz zusammenarbeit nachhaltigkeit führung erfahrung kommunikation transparenz qualität vertrauen *qualität *kultur vielfalt wachstum`,
  wish: `fördern stärken unterstützen inspirieren leben`,
  done: `live fertig online abgeschlossen eingeführt veröffentlicht umgesetzt verfügbar bereit produktiv liegt-vor`,
  level: `mehr weniger unter über höher niedriger mindestens höchstens maximal minimal ab bis auf plus minus kürzer schneller länger kein keine null nur besser`,
  quality: `besser* gut* beste* bester einfach* schnell* modern* stabil* zuverlässig* stark* starke* zufrieden* glücklich* effizient* sicher* transparent* nachhaltig* exzellent* führend* stärker*`,
  all: `alle allen aller jede jeder jedes sämtliche sämtlichen ganze gesamte`,
  can: `kann können könnte fähig`,
  fillers: `wir unser unsere erfolgreich die der das den vollständig aktiv weiter auch gemeinsam`,
  articles: `der die das den dem des ein eine einen einem einer eines unser unsere unseren unserem neue neuer neues neuen jede jeder jedes`,
  links: `von auf in im an am bei beim für mit ohne zu zum zur aus nach vor durch über unter um bis ab pro je als statt innerhalb während dass sodass damit ist sind wird werden hat haben gegen seit wie`,
  and: `und oder &`,
  time: `ms millisekunden s sek sekunde sekunden min minute minuten std stunde stunden h tag tage tagen woche wochen monat monate monaten quartal jahr jahre jahren`,
  ratio: `doppelt verdoppelt verdoppeln verdreifacht halbe halbiert halbieren hälfte drittel viertel dreifach`,
  numbers: `ein eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend million millionen mio mehrere`,
  within: `innerhalb unter in binnen`,
  soThat: "so ?dass|damit|wodurch",
  purpose: "um",
  means: "durch|mittels|mithilfe",
  from: "von aktuell heute bisher derzeit",
  to: "auf bis",
  known: `der die das und für mit auf von den ist im zu wir des ein eine einen werden neue alle unter sind dem bei nicht zur zum als pro um auf`,
  vanity: `follower likes impressionen seitenaufrufe aufrufe besuche fans`,
};
