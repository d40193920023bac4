import { enNouns } from "./en-nouns.ts";
import { enVerbs } from "./en-verbs.ts";
import type { Words } from "./words.ts";

export const en: Words = {
  language: "en",
  verbs: enVerbs,
  nouns: enNouns,
  abstract: `processes operations practices culture innovation excellence discipline equity equality justice collaboration sustainability leadership
      governance experience teamwork communication communications transparency resilience scalability agility
      simplicity impact value values transformation potential wellbeing well-being purpose passion creativity
      integrity effectiveness empowerment synergy alignment ownership accountability focus environment mindset
      climate presence expertise credibility talent knowledge trust quality diversity inclusion growth
      productivity efficiency community communities relationships relationship partnerships partnership
      collaborations participation responsibility visibility awareness reputation openness fairness respect
      kindness happiness morale engagement loyalty stability reliability security safety privacy accessibility
      usability compliance readiness maturity capability capabilities capacity competence competencies skills
      strategy-execution prosperity dignity democracy freedom peace health cohesion harmony learning development
      quality-of-life workplace workforce service services support performance competitiveness profitability
      viability continuity flexibility speed velocity delivery execution ecosystem links ties connections bonds
      position market business brand mobility literacy curiosity confidence autonomy clarity consistency
      coordination cooperation dialogue dissemination entrepreneurship ethics inspiration interoperability
      modernisation modernization organisation organization procurement recruitment hiring onboarding marketing
      sales hygiene housekeeping discovery analytics discoverability`,
  wish: `engage support empower encourage foster promote advance cultivate inspire champion nurture embrace modernise modernize
      transform strengthen enhance align unlock energise energize delight help deepen advocate uphold pursue
      unite elevate develop enable excel thrive feel win lead rethink reimagine reinvent revitalise revitalize
      sharpen refocus protect honour honor love prioritise prioritize focus be become exceed care optimise
      optimize streamline simplify professionalise professionalize stabilise stabilize instil instill catalyse
      catalyze harness leverage maximise maximize minimise minimize ease drive`,
  done: `live done ready complete completed finished finalised finalized operational launched released shipped published
      deployed merged approved signed available implemented delivered installed documented migrated automated
      enabled default online standardized out closed gone underway done-and-dusted equipped wired staffed filled
      populated archived settled configured provisioned deprecated retired removed deleted decommissioned
      rehearsed ready-to-use`,
  level: `more fewer less lower higher below above under over up down most least minimum maximum max min within beyond
      faster slower shorter longer smaller larger greater better worse at-least at-most exceeds zero no none
      only never half twice less-than more-than no-more-than fewest lowest highest negative`,
  quality: `sharper stricter tighter broader nicer pleasant sound compliant better best good great excellent easy easier easily simple simpler fast faster quick quickly quicker robust
      stable reliable reliably healthy strong stronger happy happier delightful delight delighted seamless
      smooth world-class leading leader modern scalable efficient effective high-quality top-notch awesome
      amazing extraordinary sound sustainable improved successful secure safe safer trusted clear clearer
      transparent performant usable suitable known recognized recognised friendly inclusive proactive actionable
      valuable predictable consistent best-in-class motivated engaged empowered aligned nice nicer fit fitter
      productive diverse open accessible outstanding healthier warmer cleaner smoother legendary vibrant
      positive world-leading first-class high-performing supportive welcoming trustworthy lean leaner agile
      innovative joyful pleasant bold bolder smarter wiser calmer richer deeper closer safest happiest fastest
      cheapest fairer fair greener resilient exceptional premier preferred loved admired premium superb
      remarkable popular fun meaningful memorable magical frictionless effortless intuitive compelling confident proud kind
      wise prudent`,
  all: `all every each everyone everybody whole entire`,
  can: `can able could capable`,
  fillers: `successfully we will we'll they i you our the to continue fully finally also proactively actively formally quickly really significantly
    substantially consistently further effectively efficiently jointly then please must should formally continually
    continuously globally explicitly being proper initial regularly rapidly properly drastically dramatically steadily collaboratively`,
  articles: `the a an our their my your its this that these those his her new each every another some any`,
  links: `of in on at by for to from with within without into onto through throughout across per via as than about against between among during after before until till since
    under over below above towards toward so because if when where who which that while whether but vs versus using based including
    like such is are was were be been being has have had will would can could should must not do does did`,
  and: `and or & plus`,
  time: `d w ms millisecond milliseconds s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months quarter
    quarters year years`,
  ratio: `double doubles doubled twice triple tripled triples half halve halved halves halving third thirds tenfold twofold two-thirds`,
  numbers: `one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty hundred thousand
      million billion several dozen zero none eighty ninety forty sixty seventy thirteen fourteen sixteen
      eighteen couple`,
  within: `within under in below less than inside by every`,
  soThat: String.raw`so that|so\s+(?=(?:the|our|a|an|new|all|every|more|each|that|customers|users|people|teams|they|we|patients|admins|[a-z]+s)\s)|such that|in a way that|resulting in|leading to|which (?:leads|results|brings|cuts|reduces|increases)|thereby|thus|with the result that`,
  purpose:
    "in order to|to|that(?= (?:brings|cuts|raises|reduces|increases|saves|wins|attracts|generates|boosts|lowers|halves|doubles|decreases|improves|shortens))|which(?= (?:brings|saves|wins|attracts|generates))|aimed at|for the purpose of",
  means: String.raw`by(?: means of)?(?=\s+[a-z-]+ing\b)|via|thanks to`,
  from: "from was currently baseline",
  to: "to →",
  known: `the and of to in for with our on by is are from at all new an be that we as their will per`,
  vanity: `followers follower likes downloads installs hashtags upvotes pins impressions pageviews hits stars views page-views fans visits retweets`,
};
