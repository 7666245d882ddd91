import { editableSettingsSchema } from '../../../src-admin/contract';
import { applyFormula } from '../../../src-admin/features/formula/formula';
import { sumSentence } from '../../../src-admin/features/formula/sum-sentence';
import { partsOf, SENTENCES } from '../../support/sentence-table';
import { SUM_CASES } from '../../support/sum-table';

const DEFAULTS = editableSettingsSchema.parse( {} );

it.each( SUM_CASES )( '$says', ( { rows, rule, says } ) => {
	expect(
		sumSentence( applyFormula( [ ...rows ], { ...DEFAULTS, ...rule } ) )
	).toBe( says );
} );

it.each( SENTENCES )( 'words the server’s sum %j', ( parts, says ) => {
	expect( sumSentence( partsOf( parts ) ) ).toBe( says );
} );
