import { useEffect, useState } from "react";

/** A value once it has stayed the same for `wait` milliseconds: for questions that follow what is being typed. */
export function useSettled<Value>(value: Value, wait: number): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
