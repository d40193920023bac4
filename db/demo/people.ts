import type { Person, Team } from "./story.ts";

/** Whom a visitor looks around as, and who made the organisation. */
export const main = "Inês Carvalho";
export const owner = "Hanna Vogel";

/** 62 members in four cities, in 15 teams of which 11 do the work; two guests look at one team each. */
export const osier: Team = {
  name: "Osier",
  lead: "Hanna Vogel",
  teams: [
    {
      name: "Product",
      lead: "Marcus Chen",
      teams: [
        {
          name: "Onboarding",
          lead: "Inês Carvalho",
          members: [
            { name: "Inês Carvalho", city: "Lisbon" },
            { name: "Priya Raghavan", city: "Bengaluru" },
            { name: "Sofia Almeida", city: "Lisbon" },
            { name: "Rafael Pinto", city: "Lisbon" },
            { name: "Arjun Nair", city: "Bengaluru" },
            { name: "Dana Okafor", city: "Toronto" },
          ],
        },
        {
          name: "Reminders",
          lead: "Lena Hoffmann",
          members: [
            { name: "Lena Hoffmann", city: "Berlin", role: "champion" },
            { name: "Tom Lindqvist", city: "Berlin" },
            { name: "Joana Reis", city: "Lisbon" },
            { name: "Kavya Shetty", city: "Bengaluru" },
            { name: "Elliot Roy", city: "Toronto" },
          ],
        },
        {
          name: "Design",
          lead: "Jonas Weber",
          members: [
            { name: "Jonas Weber", city: "Berlin" },
            { name: "Aylin Demir", city: "Berlin" },
            { name: "Tiago Marques", city: "Lisbon" },
            { name: "Meera Iyer", city: "Bengaluru" },
            { name: "Marcus Chen", city: "Toronto" },
          ],
        },
      ],
    },
    {
      name: "Platform",
      lead: "Emil Brandt",
      teams: [
        {
          name: "Reliability",
          lead: "Vikram Desai",
          members: [
            { name: "Vikram Desai", city: "Bengaluru", role: "champion" },
            { name: "Emil Brandt", city: "Berlin" },
            { name: "Sanjay Kulkarni", city: "Bengaluru" },
            { name: "Ida Sørensen", city: "Berlin" },
            { name: "Beatriz Rocha", city: "Lisbon" },
          ],
        },
        {
          name: "Data",
          lead: "Ananya Bose",
          members: [
            { name: "Ananya Bose", city: "Bengaluru" },
            { name: "Nikhil Rao", city: "Bengaluru" },
            { name: "Mateus Lima", city: "Lisbon" },
            { name: "Hyejin Park", city: "Toronto" },
            { name: "Rohan Mehta", city: "Bengaluru" },
          ],
        },
        {
          name: "Billing",
          lead: "Felix Braun",
          members: [
            { name: "Felix Braun", city: "Berlin" },
            { name: "Clara Neumann", city: "Berlin" },
            { name: "Paulo Teixeira", city: "Lisbon" },
            { name: "Deepa Menon", city: "Bengaluru" },
            { name: "Oliver Grant", city: "Toronto" },
          ],
        },
      ],
    },
    {
      name: "Customer Success",
      lead: "Grace Mensah",
      teams: [
        {
          name: "Support",
          lead: "Tânia Lopes",
          members: [
            { name: "Tânia Lopes", city: "Lisbon" },
            { name: "Samuel Osei", city: "Toronto" },
            { name: "Greta Schulz", city: "Berlin" },
            { name: "Farah Siddiqui", city: "Bengaluru" },
            { name: "Ricardo Alves", city: "Lisbon" },
          ],
        },
        {
          name: "Success",
          lead: "Claire Dubois",
          members: [
            { name: "Claire Dubois", city: "Toronto", role: "champion" },
            { name: "Grace Mensah", city: "Toronto" },
            { name: "Mónica Serra", city: "Lisbon" },
            { name: "Anjali Verma", city: "Bengaluru" },
            { name: "Lukas Krüger", city: "Berlin" },
          ],
        },
        {
          name: "Training",
          lead: "Helena Costa",
          members: [
            { name: "Helena Costa", city: "Lisbon" },
            { name: "Wei Zhang", city: "Toronto" },
            { name: "Nora Fischer", city: "Berlin" },
            { name: "Kiran Joshi", city: "Bengaluru" },
          ],
        },
      ],
    },
    {
      name: "Growth",
      lead: "Noor Haddad",
      members: [
        { name: "Noor Haddad", city: "Berlin" },
        { name: "Leila Farouk", city: "Berlin" },
        { name: "Bruno Tavares", city: "Lisbon" },
        { name: "Emma Tremblay", city: "Toronto" },
        { name: "Ishaan Kapoor", city: "Bengaluru" },
        { name: "Marta Vidal", city: "Lisbon" },
        { name: "Jakob Meyer", city: "Berlin" },
        { name: "Zoe Campbell", city: "Toronto" },
        { name: "Catarina Sousa", city: "Lisbon" },
        { name: "Adil Khan", city: "Toronto" },
      ],
    },
    {
      name: "People",
      lead: "Hanna Vogel",
      members: [
        { name: "Hanna Vogel", city: "Berlin", role: "owner" },
        { name: "Sara Nunes", city: "Lisbon", role: "champion" },
        { name: "Petra Lang", city: "Berlin", role: "admin" },
        { name: "Diogo Matos", city: "Lisbon", role: "admin" },
        { name: "Maya Singh", city: "Toronto" },
        { name: "Lakshmi Pillai", city: "Bengaluru" },
        { name: "Peter Novak", city: "Berlin" },
      ],
    },
  ],
};

export const guests: (Person & { team: string; email: string })[] = [
  { name: "Audrey Kestrel", city: "Lisbon", role: "guest", team: "Billing", email: "audit@kestrel.example" },
  { name: "Jules Moreau", city: "Toronto", role: "guest", team: "Onboarding", email: "j.moreau@osier.example" },
];

/** Whom the demo lets in, and why one would want to be them. */
export const signIns: { name: string; who: string }[] = [
  { name: "Inês Carvalho", who: "leads Onboarding, champion" },
  { name: "Hanna Vogel", who: "owner" },
  { name: "Marcus Chen", who: "leads Product" },
  { name: "Priya Raghavan", who: "member" },
  { name: "Petra Lang", who: "administrator" },
];

/** "Inês Carvalho" → ines@osier.example */
export function emailOf(name: string): string {
  const first = name.split(" ")[0] as string;
  return `${first.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()}@osier.example`;
}

export function everyTeam(team: Team = osier, parent: string | null = null): (Team & { parent: string | null })[] {
  return [{ ...team, parent }, ...(team.teams ?? []).flatMap((each) => everyTeam(each, team.name))];
}

export function everyone(): (Person & { team: string })[] {
  return everyTeam().flatMap(({ name: team, members = [] }) => members.map((person) => ({ ...person, team })));
}

export function leadOf(team: string): string {
  const found = everyTeam().find(({ name }) => name === team);
  if (!found) throw new Error(`There is no team ${team} in the story.`);
  return found.lead;
}
