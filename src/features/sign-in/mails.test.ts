import { expect, test } from "vitest";
import { passwordChangedMail, passwordResetMail } from "./mails.ts";

const ines = { name: "Inês <b>Marques</b>", email: "ines@osier.example" };

test("a reset mail says who asked, where to go and for how long", () => {
  const mail = passwordResetMail(ines, "https://okr.osier.example/reset-password#abc", 60);
  expect(mail.to).toBe("ines@osier.example");
  expect(mail.text).toContain("https://okr.osier.example/reset-password#abc");
  expect(mail.text).toContain("for 60 minutes");
  expect(mail.html).toContain('<a href="https://okr.osier.example/reset-password#abc">');
});

test("what people wrote is never HTML", () => {
  const mail = passwordChangedMail(ines, "https://okr.osier.example/forgot-password");
  expect(mail.html).toContain("Inês &lt;b&gt;Marques&lt;/b&gt;");
  expect(mail.text).toContain("Inês <b>Marques</b>");
});
