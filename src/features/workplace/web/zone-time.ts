import { useEffect, useState } from "react";
import { useFormat } from "../../../web/ui/format.ts";

/** "09:12" by the clock of a zone, kept up to the minute. */
export function useZoneTime(): (timeZone: string) => string {
  const { locale } = useFormat();
  const [now, tick] = useState(() => new Date());
  useEffect(() => {
    const ticking = setInterval(() => tick(new Date()), 20_000);
    return () => clearInterval(ticking);
  }, []);
  return (timeZone) => new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(now);
}
