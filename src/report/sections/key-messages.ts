/** Hoofdpunten: the answer first, then what goes with it, each with a way to the section that says more. */
import type { Context } from '../context.ts'
import { type Html, html } from '../html.ts'
import { type KeyMessage, keyMessages } from '../key-messages.ts'
import type { Section } from '../section.ts'

export function keyMessagesSection(context: Context): Section {
  const [answer, ...others] = keyMessages(context)
  const body = html`<ul class="messages">
${answerItem(context, answer)}${others.map(message => item(context, message))}</ul>`
  return { id: 'key-messages', heading: context.text.messages.heading, body }
}

function answerItem(context: Context, message: KeyMessage): Html {
  return html`<li class="answer"><p class="asked">${context.text.messages.question}</p>
<p class="lead">${message.lead}</p>
<p>${message.text} ${more(context, message)}</p></li>
`
}

function item(context: Context, message: KeyMessage): Html {
  return html`<li>${message.text} ${more(context, message)}</li>\n`
}

function more({ text }: Context, { section }: KeyMessage): Html {
  return html`<a class="more" href="#${section}">${text[section].heading}</a>`
}
