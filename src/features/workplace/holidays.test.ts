import { expect, test } from "vitest";
import { knownCountries, partsOf, publicHolidays, withOwn } from "./holidays.ts";

const ontario = { country: "CA", region: "ON", timeZone: "America/Toronto" };

test("a country's public holidays have their names, a part's are its own", async () => {
  expect((await publicHolidays(ontario, [2027]))["2027-02-15"]).toBe("Family Day");
  const quebec = await publicHolidays({ ...ontario, region: "QC" }, [2027]);
  expect(quebec["2027-02-15"]).toBeUndefined();
  const berlin = await publicHolidays({ country: "DE", region: "BE", timeZone: "Europe/Berlin" }, [2027]);
  expect(berlin["2027-03-08"]).toBe("International Women's Day");
});

test("a holiday lies on its own day in every zone, and years follow each other", async () => {
  const lord = { country: "AU", region: "NSW" };
  for (const timeZone of ["Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Niue"]) {
    const days = await publicHolidays({ ...lord, timeZone }, [2027, 2028]);
    expect([days["2027-01-26"], days["2028-01-26"]]).toEqual(["Australia Day", "Australia Day"]);
  }
});

test("a site without a country has none", async () => {
  expect(await publicHolidays({ country: "", region: "", timeZone: "Europe/Lisbon" }, [2027])).toEqual({});
});

test("a site's own calendar lies over the public one", () => {
  const own = [
    { day: "2027-02-15", name: null },
    { day: "2027-02-19", name: "Founders’ Day" },
    { day: "2027-12-25", name: "The long night" },
  ];
  const publicOnes = { "2027-01-01": "New Year's Day", "2027-02-15": "Family Day", "2027-12-25": "Christmas Day" };
  expect(withOwn(publicOnes, own)).toEqual({
    "2027-01-01": "New Year's Day",
    "2027-02-19": "Founders’ Day",
    "2027-12-25": "The long night",
  });
});

test("countries and their parts are listed by name", async () => {
  const countries = await knownCountries();
  expect(countries.find(({ code }) => code === "PT")).toEqual({ code: "PT", name: "Portugal" });
  expect((await partsOf("DE")).find(({ code }) => code === "BE")).toEqual({ code: "BE", name: "Berlin" });
  expect(await partsOf("")).toEqual([]);
});
