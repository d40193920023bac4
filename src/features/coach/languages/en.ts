import type { Words } from "./words.ts";

export const en: Words = {
  language: "en",
  verbs: {
    work: `accomplish add address adjust administer advertise agree align allocate amplify analyze analyse annotate announce appoint apply approve archive
      arrange articulate assemble assess assign audit author automate backfill benchmark bootstrap brainstorm brief build buy calibrate
      canonicalize catalog catalogue categorize celebrate certify champion choose clarify classify clean codify collect combine commission communicate compile
      complete compose conceptualize conclude conduct configure consolidate construct consult containerize coordinate copy craft create curate
      customize debug decide declare decommission decouple define deliver demo demonstrate deploy deprecate describe design determine
      develop devise digitise digitize discover discuss disseminate distribute document draft draw:drew:drawn duplicate educate elect elevate
      embed employ empower enable encourage encrypt enforce engage engineer equip establish estimate evaluate examine execute experiment
      explore expose extend extract facilitate feature file fill finalise finalize finish fix fund form formalize formulate gather
 go give:gave:given guide handover harden harmonise hire hold:held:held host identify illustrate implement include incorporate index inform
      initiate innovate inspect install institute instrument integrate interview introduce inventory investigate invite issue
      iterate join journal kick label launch lay:laid:laid lead:led:led learn leverage line link list localise localize log manage map market
      meditate meet:met:met mentor merge migrate mock model modernise modernize modularize monitor move negotiate nominate normalize note onboard open
      operate operationalize orchestrate order organise organize outline outsource overhaul own package partner patch perform
      pilot pitch place plan port post prepare prescribe present print prioritise prioritize procure produce productize profile programme promote propose
      prototype prove provide provision publicize publish purchase qualify rationalize read:read:read rearchitect rebrand rebuild:rebuilt:rebuilt recode record
      recruit redesign redefine refactor refine refresh relaunch release relocate remediate remodel remove renegotiate reorganise reorganize
      replace replatform request research resource restructure retire review revamp revise rewrite:rewrote:rewritten roll rotate run:ran:run
      sandbox schedule scope script seek:sought:sought select send:sent:sent separate set:set:set setup share ship showcase sketch socialize source speak:spoke:spoken
      specify split:split:split sponsor staff stage standardise standardize start state store structure study
      submit summarise support survey swap sync synthesize tackle tag target teach:taught:taught test train transfer transform transition
      translate trial triage try tune uncover undertake:undertook:undertaken unify update upgrade upload utilize validate verify visit
      welcome wireframe work write:wrote:written digest overlay mirror land rearrange replicate amend abolish enact embark explain open-source
      co-host cohost crosspost repaint scan screen sunset pair drill commence hand decorate offer instal rename conceive deep-dive staff
      engage implement trademark patent reach_out stand_up set_up roll_out carry_out take_over build_out sign_off pay_down assist attend consider pursue craft overview certify adopt clear pay-down repay swap shadow gamify set:set:set collect  recap stabilize  choose pick blog tweet stream film shoot:shot:shot pen`,
    change: `increase decrease reduce improve raise lower grow:grew:grown rise:rose:risen fall:fell:fallen drop cut:cut:cut shorten boost double triple
      quadruple halve lift shrink:shrank:shrunk climb decline minimize minimise maximize maximise accelerate speed eliminate diminish lessen
      expand widen narrow slash trim jump multiply recover elevate enhance optimize optimise outgrow deepen mitigate
      strengthen simplify streamline deflect slow quicken scale bring:brought:brought drive:drove:driven push tighten curb erase doubled`,
    reach: `reach achieve attain hit:hit:hit exceed surpass beat:beat:beaten maintain keep:kept:kept stay remain sustain hover meet-:met:met pass
      obtain get:got:gotten average total equal top cross outperform match approach preserve limit cap guarantee ensure become:became:become see:saw:seen`,
    gain: `win:won:won acquire gain attract convert earn retain sell:sold:sold secure raise sign close generate capture save receive
 monetize reactivate upsell renew garner amass fundraise enroll enrol `,
    serve: `resolve respond answer reply process fulfil fulfill solve close fix pay triage handle deliver complete review serve treat ship merge
      approve land patch acknowledge dispatch`,
    behave: `use adopt buy:bought:bought purchase return recommend finish find:found:found understand:understood:understood feel:felt:felt rate report
      say:said:said stay renew upgrade register subscribe visit click wait receive choose:chose:chosen prefer trust know:knew:known book
      attend contribute participate graduate pass succeed fail crash load take:took:taken respond answer consume download 
      order pay come:came:come leave:left:left switch invite share submit enter join open spend:spent:spent enjoy love like agree believe think:thought:thought
      report drink eat sleep:slept:slept quit comply score perform refer repeat engage interact depend reorder vote donate volunteer gain lose:lost:lost
      arrive last sync run start boot render handle work survive tolerate process recover appear connect drop-out abandon bounce churn cancel complain
      activate convert migrate access search discover retain solve self-serve log upload complete post cite
      mention indicate experience need sustain mentor teach read apply interoperate scale `,
    light: `make:made:made have:had:had get:got:got be:was:been do:did:done put:put:put bring:brought:brought take:took:taken help allow let ensure
      keep become turn go:went:gone give show drive make need want provide`,
  },
  nouns: {
    metric: `rate rates ratio ratios share percentage percent proportion score scores index latency uptime downtime availability revenue revenues
      arr mrr nrr grr gmv ltv clv cac cpa cpl roi roas ebitda ebit churn retention conversion conversions nps enps csat ces sus satisfaction cost costs spend spending
      margin margins profit profits profitability income earnings usage adoption traffic throughput bandwidth performance speed accuracy
      precision recall coverage turnover attrition absenteeism productivity utilization utilisation occupancy efficiency engagement awareness
      frequency volume velocity time times duration delay delays wait waiting mttr mttd mtbf sla slo dau mau wau ctr cpc oee yield scrap fps
      growth penetration market-share backlog budget runway variance cashflow cash debt debts capacity consumption emissions weight temperature
      mortality morbidity incidence prevalence readmissions compliance attendance enrolment enrollment literacy dropout employment happiness
      morale confidence trust sentiment loyalty stickiness activation reach reactivation utilisation likelihood reliability quality safety
      stress workload overtime visibility reputation footprint   cpu ram startup  freshness lag     average median mean p50 p90 p95 p99
      inclusion diversity belonging gap pass-rate win-rate rating ratings bookings billings  aov arpu asp dso  
             stock stockouts inventory  price prices discount discounting impressions
      recidivism poverty unemployment noise  heart-rate fat savings mood quota   likelihood   uptake
      responsiveness  depth connectivity risk exposure loss losses contribution participation transparency accessibility lead-time cycle-time memory disk storage-cost`,
    result: `reads users user customers customer subscribers subscriptions downloads download installs installations sign-ups signups sign-up registrations registrants visits visitors visitor
      views view pageviews leads mqls sqls mql sql deals deal sales sale orders order logos clients  donors donations donation stars star followers contributors contributions citations
      citation mentions mention referrals referral renewals renewal purchases purchase transactions transaction complaints complaint tickets ticket defects defect bugs bug incidents
      incident accidents injuries errors error failures failure crashes crash outages outage vulnerabilities escalations cancellations refunds returns
      applicants applicant applications adopters accounts account seats tenants merchants shipments payments clicks opens responses replies answers shares likes upvotes comments
      attendees participants signatories enrollments enrolments graduates graduations jobs offers acceptances opportunities opportunity demos-booked
      contracts contract partnerships-signed commitments pledges memberships members listeners listens watchers impressions backlinks forks dependents commits-from
      plugins-by alerts pages-per interruptions pins regressions breakages readmissions infections falls deaths lives claims disputes chargebacks
      stockouts near-misses findings appointments no-shows bookings reservations demos-requested trials trial upgrades upsells logins sessions households families
      businesses retailers pageview reviews-star votes signatures dollars euros revenue timeouts restarts drop-offs interactions searches queries requests questions
      audience cases backers sponsors listings tests-passed  mau dau requests-served  citations dependants issues issue reads streams plays backlinks lookups`,
    activity: `meeting meetings workshop workshops talk talks webinar webinars interview interviews training trainings session sessions campaign campaigns event
      events audit audits call calls email emails mail post posts experiment experiments survey surveys pilot pilots demo demos hires hire hackathon
      hackathons meetup meetups conference conferences sprint sprints retrospective retrospectives review reviews analysis analyses research study studies
      test testing tests tweet tweets visit course courses class classes lesson lessons presentation presentations briefing briefings outreach
      migration migrations rollout roll-out launch launches release releases deployment deployments implementation integration integrations
      installation introduction refactor refactoring rewrite redesign setup set-up maintenance upgrade cleanup clean-up exercise exercises
      drill drills game-days brainstorm assessment assessments evaluation benchmark investigation exploration trip trips fair fairs
      show shows offsite one-on-ones 1:1s onboarding activities activity planning prototyping wireframing copywriting sourcing reading hiring recruitment
      recruiting negotiation negotiations announcement announcements promotion development construction creation revamp overhaul extension
      documentation consultation consultations round rounds check checks initiative initiatives project projects milestone milestones epic epics
      task tasks story stories ama amas tour tours procurement transition expansion consolidation standardization normalization reorganization
      improvements fixes enhancements updates update changes publication parallelized conf confs conference-talks booth booths keynote keynotes panel panels podcast-episodes sprint summit summits paper-reading sync sync-ups standup standups stand-ups spikes spike poc`,
    artefact: `partnership partnerships relationship relationships alliance alliances search feature features website site sites page pages report reports plan plans strategy strategies roadmap roadmaps document documents docs doc guide
      guides guideline guidelines tool tools platform platforms dashboard dashboards process processes framework frameworks policy policies system
      systems api apis app apps application version versions beta alpha pipeline pipelines library libraries template templates curriculum
      video videos podcast podcasts blog blogs article articles newsletter newsletters prototype prototypes mvp spec specs specification rfc rfcs design designs module
      modules engine driver drivers sdk cli ui ux interface interfaces portal service services tutorial tutorials handbook playbook playbooks runbook
      runbooks checklist checklists catalogue catalog database warehouse lake model models algorithm algorithms component components architecture
      infrastructure cluster clusters repo repos repository repositories codebase code script scripts bot bots plugin plugins extension extensions
      mechanism methodology method methods program programme programs programmes project initiative content material materials brochure flyer book books
      whitepaper paper papers ebook case-study kit toolkit brand logo messaging position positioning pitch deck decks presentation proposal proposals
      contract contracts agreement agreements budget forecast charter mission statement vision persona personas wireframe wireframes mockup mockups
      journey journeys map maps diagram diagrams schema schemas format formats protocol protocols standard standards sso mfa rbac sla slas slo slos kpi kpis metrics
      okr okrs monitoring logging alerting tracing telemetry analytics tracking instrumentation backend frontend server servers node nodes network testnet mainnet
      environment environments ci cd test-suite suite harness branch build builds package packages image images container containers integration
      forum channel channels community-program council committee board group groups team role roles position positions job-description office offices
      centre center centres centers store stores warehouse building school schools well wells clinic equipment machine machines robot robots
      survey questionnaire form forms list lists calendar schedule backlog log logs record records index registry directory glossary wiki
      certification certificate licence license patent patents grant grants application-form accreditation onboarding-guide welcome-pack
      mode support option options button screen screens flow flows chatbot widget theme style-guide design-system token tokens abstraction abstractions
      setup configuration config workflow workflows procedure procedures structure definition definitions criteria requirements needs taxonomy
      implementation solution solutions capability capabilities functionality product products offering poc proof-of-concept visualization
      dataset datasets storage visual touchpoints study charter governance law regulation bylaws incident-plan alternative alternatives responsibilities
      rota examples example scorecard matrix ladder ladders persona compensation bonus scheme benefits agenda brief announcement press-release
      url urls endpoint endpoints illustration illustrations demo slide slides talk-track landing-page wireframe client clients-library permissions standalone illustrations client chat theme sdk-s library-s pr prs patch patches stack doc-site talks-page analyzer analyzers linter linters parser compiler dashboard-s connector connectors adapter adapters crm erp cms lms mes wms hub center lab labs garden lane path park bridge garden`,
    others: `customers customer users user clients  patients patient citizens citizen residents resident visitors visitor students student pupils pupil
      children child parents parent developers developer contributors contributor veterans veteran members member people families family households household buyers buyer
      shoppers partners partner subscribers subscriber donors donor applicants applicant candidates candidate players player readers viewers listeners
      guests guest tenants merchants sellers seller hosts drivers riders farmers businesses business companies company organisations organizations
      volunteers beneficiaries taxpayers passengers commuters voters attendees participants participant learners learner alumni graduates girls boys women men
      youth adults consumers consumer accounts account admins administrators adopters newcomers newcomer suppliers supplier vendors teachers
      teams-outside universities public community audience prospects survivors recipients clinics clinic schools maintainers homeowners
      retailers borrowers investors fans creators drivers employers journalists respondents colleagues peers stakeholders anyone anybody everyone external outside third-party independent volunteer outsiders non-employees competitors somebody someone downstream`,
    ours: `employee employees staff team teams squad squads department departments manager managers engineer engineers rep reps agent agents office
      offices   worker workers personnel leader leaders leadership executive executives new-hires joiners recruits hires us we our ourselves colleagues
      projects project services service repos repositories packages systems system apps laptops devices pages microservices tribe tribes chapter crew crews  
      division divisions   branches branch locations    libraries nurses officers workforce everybody microservices modules components endpoints desks`,
  },
  done: `live done ready complete completed finished finalised finalized operational launched released shipped published deployed merged approved signed
    available implemented delivered installed documented migrated automated enabled default online standardized out closed gone underway`,
  level: `more fewer less lower higher below above under over up down most least minimum maximum max min within beyond faster slower shorter longer
    smaller larger greater better worse at-least at-most exceeds zero no none only never half twice least top`,
  quality: `better best good great excellent easy easier easily simple simpler fast faster quick quickly quicker robust stable reliable reliably healthy strong stronger
    happy happier delightful delight delighted seamless smooth world-class leading leader modern scalable efficient effective high-quality top-notch
    awesome amazing extraordinary sound sustainable improved successful secure safe safer trusted clear clearer transparent performant usable
    suitable known recognized recognised friendly inclusive proactive actionable valuable predictable consistent best-in-class motivated engaged
    empowered aligned nice nicer fit fitter productive diverse open accessible`,
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
  time: `ms millisecond milliseconds s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months quarter
    quarters year years`,
  ratio: `double doubles doubled twice triple tripled triples half halve halved halves halving third thirds tenfold twofold two-thirds`,
  numbers: `one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty fifty hundred thousand million billion several dozen zero none`,
  within: `within under in below less than inside by every`,
  soThat: String.raw`so that|so\s+(?=(?:the|our|a|an|new|all|every|more|each|that|customers|users|people|teams|they|we|patients|admins|[a-z]+s)\s)|such that|in a way that|resulting in|leading to|which (?:leads|results|brings|cuts|reduces|increases)|thereby|thus|with the result that`,
  purpose: "in order to|to|aimed at|for the purpose of",
  means: String.raw`by(?: means of)?(?=\s+[a-z-]+ing\b)|via|thanks to`,
  from: "from was currently baseline",
  to: "to →",
  known: `the and of to in for with our on by is are from at all new an be that we as their will per`,
  vanity: `followers follower likes like impressions pageviews hits stars views page-views fans visits retweets`,
};
