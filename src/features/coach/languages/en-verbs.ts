import type { Words } from "./words.ts";

/** What English says of doing, moving, reaching, winning and behaving. */
export const enVerbs: Words["verbs"] = {
  work: `measure track baseline begin:began:begun accomplish add address adjust administer advertise agree align allocate amplify analyze analyse annotate
    announce appoint apply approve archive arrange articulate assemble assess assign audit author automate
    backfill benchmark bootstrap brainstorm brief build:built:built buy calibrate canonicalize catalog catalogue
    categorize celebrate certify champion choose clarify classify clean codify collect combine commission
    communicate compile complete compose conceptualize conclude conduct configure consolidate construct
    consult containerize coordinate copy craft create curate customize debug decide declare decommission
    decouple define deliver demo demonstrate deploy deprecate describe design determine develop devise
    digitise digitize discover discuss disseminate distribute document draft draw:drew:drawn duplicate educate
    elect elevate embed employ empower enable encourage encrypt enforce engage engineer equip establish
    estimate evaluate examine execute experiment explore expose extend extract facilitate feature file fill
    finalise finalize finish fix fund form formalize formulate gather go give:gave:given guide handover harden
    harmonise hire hold:held:held host identify illustrate implement include incorporate index inform initiate
    innovate inspect install institute instrument integrate interview introduce inventory investigate invite
    issue iterate join journal kick label launch lay:laid:laid lead:led:led learn leverage line link list
    localise localize log manage map meditate meet:met:met mentor merge migrate mock model modernise
    modernize modularize monitor move negotiate nominate normalize note onboard open operate operationalize
    orchestrate order organise organize outline outsource overhaul own package partner patch perform pilot
    pitch place plan port post prepare prescribe present print prioritise prioritize procure produce
    productize profile programme promote propose prototype prove provide provision publicize publish purchase
    qualify rationalize read:read:read rearchitect rebrand rebuild:rebuilt:rebuilt recode record recruit
    redesign redefine refactor refine refresh relaunch release relocate remediate remodel remove renegotiate
    reorganise reorganize replace replatform request research resource restructure retire review revamp revise
    rewrite:rewrote:rewritten roll rotate run:ran:run sandbox schedule scope script seek:sought:sought select
    send:sent:sent separate set:set:set setup share ship showcase sketch socialize source speak:spoke:spoken
    specify split:split:split sponsor staff stage standardise standardize start state store structure study
    submit summarise support survey swap sync synthesize tackle tag target teach:taught:taught test train
    transfer transform transition translate trial triage try tune uncover undertake:undertook:undertaken unify
    update upgrade upload utilize validate verify visit welcome wireframe work write:wrote:written digest
    overlay mirror land rearrange replicate amend abolish enact embark explain open-source co-host cohost
    crosspost repaint scan screen sunset pair drill commence hand decorate offer instal rename conceive
    deep-dive trademark patent reach_out stand_up set_up roll_out carry_out take_over build_out sign_off
    pay_down assist attend consider pursue overview adopt clear pay-down repay shadow gamify recap stabilize
    pick blog tweet stream film shoot:shot:shot pen refurbish renovate delete broadcast practise practice walk
    jog cook paint plant photograph repair rehearse dig:dug:dug vaccinate coach advise counsel mediate lobby
    campaign canvass erect excavate fabricate furnish immunise immunize inoculate inject insulate landscape
    mail mint mount notify oversee:oversaw:overseen pave phase_out plot polish preach proofread purge ratify
    reassign rebalance recalibrate recast reclassify reconcile reconfigure redecorate redeploy redirect
    redraft re-engineer refit reformat refuel rehouse reinforce reinstall reinstate rent reposition reprogram
    reroute resurface retool retrain retrofit reword rewire safeguard sanitise sanitize sew:sewed:sewn
    sow:sowed:sown spearhead stamp station stitch stock subcontract subtitle tender thank tidy transcribe
    transplant unblock unpack upskill vet water weld withdraw:withdrew:withdrawn write_up email phone ring
    call message contact moderate emcee spin_off spin_up lease divest liquidate dissolve invoice chase remit
    sue litigate register spend:spent:spent sign_up lodge permit relay bake sing:sang:sung dance climb hike
    bike cycle lift play do log_in light tour field put:put:put bring_in put_up reskill offboard cross-train
    mobilise mobilize convene chair minute gazette legislate sanction subsidise subsidize earmark disburse
    finance commercialise commercialize franchise white-label bundle unbundle price reprice syndicate
    repurpose remarket retarget a/b-test decentralise decentralize centralise centralize insource shortlist
    headhunt induct appraise reward recognise recognize buddy dockerize dockerise containerise virtualise
    virtualize parallelize parallelise vectorize paginate minify cache shard lint type anonymise anonymize
    redact pseudonymise back_up restore failover fork vendor upstream backport cherry-pick bump pin`,
  change: `lose:lost:lost double_down increase decrease reduce improve raise lower grow:grew:grown rise:rose:risen fall:fell:fallen drop cut:cut:cut
    shorten boost double triple quadruple halve lift shrink:shrank:shrunk climb decline minimize minimise
    maximize maximise accelerate speed eliminate diminish lessen expand widen narrow slash trim jump multiply
    recover elevate enhance optimize optimise outgrow deepen mitigate strengthen simplify streamline deflect
    slow quicken scale bring:brought:brought drive:drove:driven push tighten curb erase doubled contract
    soften ease relieve alleviate compress decelerate intensify broaden plummet plunge soar surge skyrocket
    swell dip rebound recede eradicate end`,
  reach: `reach achieve attain hit:hit:hit exceed surpass beat:beat:beaten maintain keep:kept:kept stay remain sustain
    hover meet-:met:met pass obtain get:got:gotten average total equal top cross outperform match approach
    preserve limit cap guarantee ensure become:became:become see:saw:seen rank weigh:weighed:weighed range
    finish fulfil stand:stood:stood lie overtake:overtook:overtaken break:broke:broken`,
  gain: `add sign_up persuade convince win:won:won acquire gain attract convert earn retain sell:sold:sold secure raise sign close generate capture
    save receive monetize reactivate upsell renew garner amass fundraise enroll enrol land place poach recoup
    recover reclaim woo`,
  serve: `resolve respond answer reply process fulfil fulfill solve close fix pay triage handle deliver complete review
    serve treat ship merge approve land patch acknowledge dispatch reimburse refund settle adjudicate`,
  behave: `accept use adopt buy:bought:bought purchase return recommend finish find:found:found understand:understood:understood
    feel:felt:felt rate report say:said:said stay renew upgrade register subscribe visit click wait receive
    choose:chose:chosen prefer trust know:knew:known book attend contribute participate graduate pass succeed
    fail crash load take:took:taken respond answer consume download order pay come:came:come leave:left:left
    switch invite share submit enter join open spend:spent:spent enjoy love like agree believe
    think:thought:thought drink eat sleep:slept:slept quit comply score perform refer repeat engage interact
    depend reorder vote donate volunteer gain lose:lost:lost arrive last sync run start boot render handle
    work survive tolerate process recover appear connect drop-out abandon bounce churn cancel complain
    activate convert migrate access search discover retain solve self-serve log upload complete post cite
    mention indicate experience need sustain mentor teach read apply interoperate scale license stock pick
    reuse prescribe wear:wore:worn ride:rode:ridden drive:drove:driven quote stream watch listen play walk
    cycle commute recycle save rely opt tip collaborate call phone comment learn shop browse scroll
    unsubscribe notice die cope manage expect consider break:broke:broken breach hang freeze:froze:frozen
    restart emit cost weigh earn overtake rank lift award reward borrow lend lose find_out recall remember
    commit relapse reoffend offend vape smoke exercise consult call_back show_up sign_up review star integrate
    build_on choose`,
  light: `make:made:made have:had:had get:got:got be:was:been do:did:done put:put:put bring:brought:brought take:took:taken help allow let ensure
    keep become turn go:went:gone give show drive make need want provide`,
};
