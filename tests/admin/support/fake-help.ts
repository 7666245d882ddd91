import type { Help, HelpSection } from '../../../src-admin/contract';

export const someSection = (
	part: Partial< HelpSection > = {}
): HelpSection => ( {
	title: 'How it works',
	paragraphs: [],
	steps: [],
	terms: [],
	shows_cron_line: false,
	...part,
} );

/** A section of each kind that the server sends. */
export const someHelp = (): Help => ( {
	sections: [
		someSection( { steps: [ 'All stock is read.', 'It is compared.' ] } ),
		someSection( {
			title: 'What the outcomes mean',
			terms: [ { term: 'Changed', text: 'The number was put right.' } ],
		} ),
		someSection( {
			title: 'When the site is quiet',
			paragraphs: [ 'Add this line.' ],
			shows_cron_line: true,
		} ),
	],
} );
