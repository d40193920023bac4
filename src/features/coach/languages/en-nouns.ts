import type { Words } from "./words.ts";

/** What English counts, measures and makes, and whom it is about. */
export const enNouns: Words["nouns"] = {
  metric: `liquidity stickiness iarr ndr rates ratio ratios share percentage percent proportion score scores index latency uptime downtime
    availability revenue revenues arr mrr nrr grr gmv ltv clv cac cpa cpl roi roas ebitda ebit churn retention
    conversion conversions nps enps csat ces sus satisfaction cost costs spend spending margin margins profit
    profits profitability income earnings usage adoption traffic throughput bandwidth performance speed
    accuracy precision recall coverage turnover attrition absenteeism productivity utilization utilisation
    occupancy efficiency engagement awareness frequency volume velocity time times duration delay delays wait
    waiting mttr mttd mtbf sla slo dau mau wau ctr cpc oee yield scrap fps growth penetration market-share
    backlog budget runway variance cashflow cash debt debts capacity consumption emissions weight temperature
    mortality morbidity incidence prevalence readmissions compliance attendance enrolment enrollment literacy
    dropout employment happiness morale confidence trust sentiment loyalty stickiness activation reach
    reactivation likelihood reliability quality safety stress workload overtime visibility reputation
    footprint cpu ram startup freshness lag average median mean p50 p90 p95 p99 inclusion diversity belonging
    gap pass-rate win-rate rating ratings bookings billings aov arpu asp dso stock stockouts inventory price
    prices discount discounting impressions recidivism poverty unemployment noise heart-rate fat savings mood
    quota uptake responsiveness depth connectivity risk exposure loss losses contribution participation
    transparency accessibility lead-time cycle-time memory disk storage-cost revpar mape rmse mae auc f1
    shrinkage leakage ridership co2 crime tenure pressure sugar glucose cholesterol ldl hdl hba1c bmi pulse
    vo2 vo2max pace strength pain anxiety sleep waist muscle worth wealth opex capex cogs tcv acv ndr aum roe
    roa roic roce irr npv eps tco liquidity solvency deficit surplus receivables payables overspend valuation
    breakeven break-even run-rate burn burn-rate cvr cpm ctor sov dwell preference consideration footfall
    ranking rankings rank lcp fid inp cls ttfb fcp tti apdex ttl rto rpo qps rps tps iops mtta mttf headway
    punctuality lateness survival longevity expectancy attainment proficiency gpa fluency comprehension
    numeracy grades grade demand k-factor virality outage-minutes success intake headroom error-budget wip
    lead-to-close sell-through click-through open-rate bounce bounce-rate fatigue sobriety screen-time
    debt-to-income credit-score calories kcal inflation gdp homelessness hunger malnutrition infection
    recovery staleness toil concentration voltage torque tonnage response-time turnaround wait-time
    handle-time aht fcr fte-cost ramp-up ramp payback backlog-age age ageing aging rework waste perception
    credibility favourability favorability affinity motivation wellbeing well-being liveness flakiness
    fragmentation ttfv ttv mrr-churn logo-churn reply-rate win-loss seats-filled fill-rate vacancy vacancies
    coverage-rate bed-occupancy`,
  result: `actives retweets reposts bookmarks backlink reads read-throughs rsvps discoveries dropouts drop-outs stoppage saos sao logos-won certificates wallets holders users user customers customer subscribers subscriptions downloads download installs installations sign-ups
    signups sign-up registrations registrants visits visitors visitor views view pageviews leads mqls sqls mql
    sql deals deal sales sale orders order logos clients donors donations donation stars star followers
    contributors contributions citations citation mentions mention referrals referral renewals renewal
    purchases purchase transactions transaction complaints complaint tickets ticket defects defect bugs bug
    incidents incident accidents injuries errors error failures failure crashes crash outages outage
    vulnerabilities escalations cancellations refunds returns applicants applicant applications adopters
    accounts account seats tenants merchants shipments payments clicks opens responses replies answers shares
    likes upvotes comments attendees participants signatories enrollments enrolments graduates graduations
    jobs offers acceptances opportunities opportunity demos-booked contracts contract partnerships-signed
    commitments pledges memberships members listeners listens watchers impressions backlinks forks dependents
    commits-from plugins-by alerts pages-per interruptions pins regressions breakages readmissions infections
    falls deaths lives claims disputes chargebacks stockouts near-misses findings appointments no-shows
    bookings reservations demos-requested trials trial upgrades upsells logins sessions households families
    businesses retailers pageview reviews-star votes signatures dollars euros revenue timeouts restarts
    drop-offs interactions searches queries requests questions audience cases backers sponsors listings
    tests-passed mau dau requests-served dependants issues issue streams plays lookups accident injury faults
    fault escalation refund cancellation wins victories goals-scored points medals trophies prizes prize
    riders passengers spectators births burglaries crimes thefts violations violation breaches breach leaks
    exploits intrusions payouts sightings spinouts spin-offs opt-ins opt-outs waitlist rollbacks rollback
    hotfixes recalls arrears cross-sells cross-sell upsell meals nights disconnects logo win loss-events
    grievances grievance walkouts vacancies subscribers-lost bounces unsubscribes spam collisions evictions
    overdoses suicides pregnancies hospitalisations hospitalizations relapses handovers-lost duplicates
    rejections appeals lawsuits fines penalties bottlenecks touchdowns yards sacks assists rebounds
    goals-conceded patents-licensed liters trips journeys boardings vaccinations-received adoptions ratings
    five-stars testimonials testimonial invitations-accepted sponsorships bequests grants-won false-positives
    alarms pages-at-night oncall-pages vulnerability cves cve escapes`,
  activity: `appearance appearances engagements gathering gatherings hangout hangouts residency residencies get-together get-togethers cross-training screencast screencasts hikes feedback input opinions boot-camp boot-camps streams stream livestream livestreams pomodoros pull-ups pullups pushups sit-ups squats marathon marathons runs run race races swim swims ride rides hike hikes studying upskilling meetings workshop workshops talk talks webinar webinars interview interviews training trainings session
    sessions campaign campaigns event events audit audits call calls email emails mail post posts experiment
    experiments survey surveys pilot pilots demo demos hires hire hackathon hackathons meetup meetups
    conference conferences sprint sprints retrospective retrospectives review reviews analysis analyses
    research study studies test testing tests tweet tweets visit course courses class classes lesson lessons
    presentation presentations briefing briefings outreach migration migrations rollout roll-out launch
    launches release releases deployment deployments implementation integration integrations installation
    introduction refactor refactoring rewrite redesign setup set-up maintenance upgrade cleanup clean-up
    exercise exercises drill drills game-days brainstorm assessment assessments evaluation benchmark
    investigation exploration trip trips fair fairs show shows offsite one-on-ones 1:1s onboarding activities
    activity planning prototyping wireframing copywriting sourcing reading hiring recruitment recruiting
    negotiation negotiations announcement announcements promotion development construction creation revamp
    overhaul extension documentation consultation consultations round rounds check checks initiative
    initiatives project projects milestone milestones epic epics task tasks story stories ama amas tour tours
    procurement transition expansion consolidation standardization normalization reorganization improvements
    fixes enhancements updates update changes publication parallelized conf confs conference-talks booth
    booths keynote keynotes panel panels podcast-episodes summit summits paper-reading sync sync-ups standup
    standups stand-ups spikes spike poc coaching mentoring lunch-and-learn lunch-and-learns all-hands
    cold-calls dials steps walk walks laps yoga workout workouts gym practice rehearsal rehearsals inspection
    inspections hearing hearings patrol patrols debate debates lecture lectures seminar seminars symposium
    colloquium screening screenings exhibition exhibitions expo expos one-to-ones one-to-one ceremony
    ceremonies dinner dinners lunch lunches breakfast breakfasts tasting roadshow roadshows giveaway
    walkthrough walkthroughs retro retros conversation conversations dialogue dialogues homework gala bootcamp
    bootcamps hack-day hackday masterclass masterclasses office-hours town-hall town-halls townhall townhalls
    kickoff kick-off kickoffs premiere open-day open-days clinic-day vaccination vaccinations immunisation
    penetration-test pentest pentests game-day fire-drill tabletop dry-run dry-runs certification-course
    cold-call check-in check-ins checkin sit-downs brainstorming ideation bake-off demo-day road-trip
    field-trip study-trip mailing mailings post-mortem post-mortems postmortem budgeting benchmarking mapping
    scoping profiling triage grooming refinement translation localisation localization commissioning
    decommissioning relocation audit-prep proofreading editing filming recording photo-shoot redesigns
    rewrites rollouts pull-ups push-ups meditation stretching debrief debriefs`,
  artefact: `op-ed editorial column mechanism explainer explainers spreadsheet spreadsheets mailing-list wiki index indexes shim shims bylaw glossary trailer microservice hotfix subgraph explorer testbench wording partnership partnerships relationship relationships alliance alliances search feature features website site
    sites page pages report reports plan plans strategy strategies roadmap roadmaps document documents docs
    doc guide guides guideline guidelines tool tools platform platforms dashboard dashboards process processes
    framework frameworks policy policies system systems api apis app apps application version versions beta
    alpha pipeline pipelines library libraries template templates curriculum video videos podcast podcasts
    blog blogs article articles newsletter newsletters prototype prototypes mvp spec specs specification rfc
    rfcs design designs module modules engine driver drivers sdk cli ui ux interface interfaces portal service
    services tutorial tutorials handbook playbook playbooks runbook runbooks checklist checklists catalogue
    catalog database warehouse lake model models algorithm algorithms component components architecture
    infrastructure cluster clusters repo repos repository repositories codebase code script scripts bot bots
    plugin plugins extension extensions mechanism methodology method methods program programme programs
    programmes project initiative content material materials brochure flyer book books whitepaper paper papers
    ebook case-study kit toolkit brand logo messaging position positioning pitch deck decks presentation
    proposal proposals contract contracts agreement agreements budget forecast charter mission statement
    vision persona personas wireframe wireframes mockup mockups journey journeys map maps diagram diagrams
    schema schemas format formats protocol protocols standard standards sso mfa rbac sla slas slo slos kpi
    kpis metrics okr okrs monitoring logging alerting tracing telemetry analytics tracking instrumentation
    backend frontend server servers node nodes network testnet mainnet environment environments ci cd
    test-suite suite harness branch build builds package packages image images container containers
    integration forum channel channels community-program council committee board group groups team role roles
    positions job-description office offices centre center centres centers store stores building school
    schools well wells clinic equipment machine machines robot robots survey questionnaire form forms list
    lists calendar schedule backlog log logs records index registry directory glossary wiki certification
    certificate licence license patent patents grant grants application-form accreditation onboarding-guide
    welcome-pack mode support option options button screen screens flow flows chatbot widget theme style-guide
    design-system token tokens abstraction abstractions setup configuration config workflow workflows
    procedure procedures structure definition definitions criteria requirements needs taxonomy implementation
    solution solutions capability capabilities functionality product products offering poc proof-of-concept
    visualization dataset datasets storage visual touchpoints study governance law regulation bylaws
    incident-plan alternative alternatives responsibilities rota examples example scorecard matrix ladder
    ladders compensation bonus scheme benefits agenda brief announcement press-release url urls endpoint
    endpoints illustration illustrations demo slide slides talk-track landing-page client clients-library
    permissions standalone chat sdk-s library-s pr prs patch patches stack doc-site talks-page analyzer
    analyzers linter linters parser compiler dashboard-s connector connectors adapter adapters crm erp cms lms
    mes wms hub lab labs garden lane path park bridge lanes tree trees lamp lamps meter meters bus buses
    bridges room rooms menu menus photo photos picture pictures signage voucher vouchers sensor sensors kiosk
    kiosks garage shed bill bond bonds ledger ledgers statements bed beds degree degrees curricula syllabus
    professorship memorandum memoranda mou letter letters song songs album chapter chapters manuscript
    manuscripts notebook notebooks gateway router firewall vpn rule rules net nets pump pumps latrine latrines
    toilet toilets uniform vehicle vehicles conveyor barcode barcodes sop sops poster posters leaflet leaflets
    pamphlet banner banners sticker t-shirt swag infographic infographics webpage webpages microsite intranet
    homepage sitemap faq faqs changelog readme bylaw byelaw ordinance statute legislation manifesto
    code-of-conduct white-paper e-book quickstart quick-start howto how-to apartment apartments flat flats
    house houses home homes road roads track tracks station stations depot factory plant line lines ward
    theatre theater studio gallery museum playground pool stadium arena court kitchen canteen lounge desk
    floor classroom classrooms laboratory lecture-hall dormitory campus outlet shop shops booth stall lawn
    roof boiler solar-panels panels turbine turbines charger chargers battery batteries hydrant ambulance
    truck trucks van vans vessel aircraft satellite antenna feature-flag feature-flags feature-store
    api-gateway control-plane helm-chart operator controller webhook webhooks queue queues cron job-queue
    kernel runtime bytecode hypervisor sandbox testbed simulator emulator mock mocks stub fixture fixtures
    snapshot backup backups replica failover crypto wallet smart-contract memo memos minutes sketch sketches
    drawing drawings blueprint blueprints mould mold specimen reagent trailer teaser level-design soundtrack
    artwork asset assets storyboard screenplay episode episodes season issue-template org-chart org chart
    salary-bands bands band pay-scale grading pension job-ad advert adverts ad ads funnel lookbook collateral
    one-pager one-pagers battlecard battlecards`,
  others: `party town towns gallery galleries museum museums judge court courts publisher publishers orchestra supermarket supermarkets venue venues towns followers-on newbies attendee reader dropouts dropout borrowers patrons patron passers-by registrants instructors carmakers maker makers department chains chain parties states customers customer users user clients patients patient citizens citizen residents resident visitors visitor
    students student pupils pupil children child parents parent developers developer contributors contributor
    veterans veteran members member people families family households household buyers buyer shoppers partners
    partner subscribers subscriber donors donor applicants applicant candidates candidate players player
    readers viewers listeners guests guest tenants merchants sellers seller hosts drivers riders farmers
    businesses business companies company organisations organizations volunteers beneficiaries taxpayers
    passengers commuters voters attendees participants participant learners learner alumni graduates girls
    boys women men youth adults consumers consumer accounts account admins administrators adopters newcomers
    newcomer suppliers supplier vendors teachers teams-outside universities public community audience
    prospects survivors recipients clinics clinic schools maintainers homeowners retailers borrowers investors
    fans creators employers journalists respondents colleagues peers stakeholders anyone anybody everyone
    external outside third-party independent volunteer outsiders non-employees competitors somebody someone
    downstream commenters claimants brokers policyholders travellers travelers cyclists pedestrians neighbours
    neighbors journalist bloggers blogger influencers influencer doctors doctor physicians clinicians ministry
    ministries chains airline airlines regulator regulators government governments council councils city
    cities municipality municipalities country countries nation nations hospital hospitals agency agencies
    newspaper newspapers magazine magazines outlet outlets media press bank banks insurers brands firm firms
    institution institutions foundation foundations rivals rival competitor opponents opponent streamers
    gamers college colleges district districts village villages judges freshmen undergraduates undergraduate
    postgraduates prisoners tourists tourist inspector ones authors author creator spectators founders founder
    startups startup smes sme fishermen smallholders refugees migrants asylum-seekers landlords landlord
    claimant jobseekers caregivers carers mothers mother fathers infants babies newborns seniors elders
    teenagers kids kid youngsters freelancers gig-workers bidders bidder tenderers contractors subcontractors
    distributors distributor resellers reseller wholesalers franchisees dealers dealer reviewers referees
    editors editor wikipedians lurkers moderators commuter motorists trainees apprentices apprentice
    interns-hired hirers recruits-own scientists scientist lecturers professors academics scholars politicians
    senators lawmakers legislators mps constituents activists supporters supporter ngos charities charity
    congregations clubs club leagues teams-elsewhere enterprises enterprise merchant shopper traveller
    traveler rider passenger gamer fan viewer listener employer beneficiary survivor borrower investor`,
  ours: `employee employees staff team teams squad squads department departments manager managers engineer engineers rep
    reps agent agents office offices worker workers personnel leader leaders leadership executive executives
    new-hires joiners recruits hires us we our ours ourselves colleagues projects project services service repos
    repositories packages systems system apps laptops devices pages microservices tribe tribes chapter crew
    crews division divisions branches branch locations libraries nurses officers workforce everybody modules
    components endpoints desks headcount fte ftes committee board maintainers designers designer researchers
    researcher analysts analyst recruiters recruiter accountants accountant marketers marketer salespeople
    salesperson aes sdrs bdrs csms csm sellers coders programmers testers tester qa sres sre devs dev admins
    technicians technician operators operator foremen supervisors supervisor directors director vps vp ceo cfo
    cto hr legal faculty lecturers nurse medics pilots drivers cleaners cooks chefs interns intern workstreams
    workstream pods functions function business-units subsidiaries subsidiary sites site plants facilities
    warehouses clusters codebase backlog roadmap budgets`,
};
