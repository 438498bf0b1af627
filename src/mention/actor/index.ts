export { type ActorArticle, type ReadActors, readMentions } from "./read.ts";
