import { useParams } from "wouter";
import { EngagementPage } from "../../features/engagement/web/public.tsx";

export default function Engagement() {
  const { id } = useParams<{ id?: string }>();
  return <EngagementPage id={id} />;
}
