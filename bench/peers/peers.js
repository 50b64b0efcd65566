// The npm extractive summarisers that npm run bench compares with, each handed the same sentences.
import { startInstalled } from "./installed.js";

/**
 * Resolves to `{ peers: [{ name, version, prepare(article, count) }], missing: [{ name, reason }] }`. `prepare` brings an
 * article, `{ text, sentences }`, no sentence blank, into the form a peer asks for, and gives the function that is
 * timed: it returns `count` of the sentences in the article's order.
 */
export async function loadPeers() {
  const { started, missing } = await startInstalled([
    { name: "lexrank.js", start: lexrankJs },
    { name: "ts-textrank", start: tsTextrank },
    { name: "node-summarizer", start: nodeSummarizer },
    { name: "sum", start: sum },
  ]);
  return { peers: started, missing };
}

/** Its own splitter finds no Arabic sentence end, but a line is a paragraph to it: one sentence a line. */
async function lexrankJs() {
  const { default: lexrank } = await import("lexrank.js");
  const prepare = ({ sentences }, count) => {
    const lines = sentences.map((sentence) => sentence.replace(/\s+/g, " ")).join("\n");
    return () => {
      const weights = lexrank(lines).map((parts) => Math.max(...parts.map(({ weight }) => weight)));
      const ranked = [...sentences.keys()].sort((a, b) => weights[b] - weights[a]);
      return inOrder(sentences, ranked, count);
    };
  };
  return { prepare };
}

/** With its own list of Arabic stop words; only its splitter is replaced. */
async function tsTextrank() {
  const { default: textrank } = await import("ts-textrank");
  const {
    AbsoluteSummarizerConfig,
    DefaultTextParser,
    NullLogger,
    SorensenDiceSimilarity,
    Summarizer,
    Text,
  } = textrank;

  class GivenSentences extends DefaultTextParser {
    constructor(sentences) {
      super();
      this.sentences = sentences;
    }

    parse(text, language) {
      const parsed = this.sentences.map((sentence, i) => this.buildSentence(sentence, language, i));
      return new Text(text, parsed);
    }
  }

  const damping = 0.85;
  const prepare = ({ text, sentences }, count) => {
    const parser = new GivenSentences(sentences);
    const similarity = new SorensenDiceSimilarity();
    const order = Summarizer.SORT_OCCURENCE;
    const config = new AbsoluteSummarizerConfig(count, similarity, parser, damping, order);
    const summarizer = new Summarizer(config, new NullLogger());
    return () => summarizer.summarize(text, "ar");
  };
  return { prepare };
}

/** By word frequency: its TextRank looks nouns up in the English WordNet and finds none in Arabic. */
async function nodeSummarizer() {
  const { default: summarizer } = await import("node-summarizer/src/Summarizer.js");
  const prepare = ({ text, sentences }, count) => {
    const run = new summarizer.Summarizer(text, count);
    // It cleans the sentences in the very list that it is given.
    run.preprocesser.paragraphToSentences = () => [...sentences];
    return () => {
      const { sentence_list: cleaned, sorted_sentences: sorted } = run.summarizeByFrequency();
      const ranked = sorted.map(([, sentence]) => cleaned.indexOf(sentence));
      return inOrder(sentences, ranked, count);
    };
  };
  return { prepare };
}

/**
 * It splits at these four marks and nowhere else, so the full stops put between the sentences are the only ones.
 * A Latin word that is a key of every object (`constructor`) makes it choose nothing: that is not in the article.
 */
async function sum() {
  const { default: choose } = await import("sum");
  const prepare = ({ sentences }, count) => {
    const unmarked = sentences.map((sentence) => sentence.replace(/[.!?;]/g, " "));
    const corpus = unmarked.join(".");
    return () => {
      const chosen = choose({ corpus, nSentences: count }).sentences;
      const ranked = chosen.map((sentence) => unmarked.indexOf(sentence)).filter((index) => index !== -1);
      return inOrder(sentences, ranked, count);
    };
  };
  return { prepare };
}

/** The first `count` of the ranked sentences, a repeated one once, as they follow each other in the article. */
function inOrder(sentences, ranked, count) {
  const chosen = [...new Set(ranked)].slice(0, count);
  return chosen.sort((a, b) => a - b).map((index) => sentences[index]);
}
