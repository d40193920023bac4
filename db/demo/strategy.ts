export const vision = "Every independent clinic has time to care.";
/** How it read when the organisation began. */
export const firstVision = "Clinics spend less time on paper.";
export const mission = "We take the admin out of running a clinic, so clinicians spend the day with patients.";

export const imperatives = [
  {
    statement: "Win the first week",
    why: "A clinic that takes a live booking in week one stays more than twice as long.",
    priorityShare: 30,
  },
  {
    statement: "Be boringly reliable",
    why: "On a Monday at eight, a calendar that hangs is a waiting room that fills.",
    priorityShare: 25,
  },
  {
    statement: "Grow by word of mouth",
    why: "Clinics trust clinics. Those who come by a colleague stay longest and cost least.",
    priorityShare: 30,
  },
  {
    statement: "Do our best work from anywhere",
    why: "We are in four cities and many homes, and nobody should be further from a decision than anybody else.",
    priorityShare: 15,
  },
];
