import { __, _n, sprintf } from '@wordpress/i18n';
import type { UndoReport } from '../../contract';
import { formatNumber } from '../../lib/format';

/** "Undo this sync (puts 212 of 214 products back; 2 have changed since)". */
export function undoLabel( report: UndoReport ): string {
	const putsBack = sprintf(
		/* translators: 1: how many products get their number back, 2: of how many. */
		_n(
			'puts %1$s of %2$s product back',
			'puts %1$s of %2$s products back',
			report.written,
			'stock-sync-for-keycrm'
		),
		formatNumber( report.back ),
		formatNumber( report.written )
	);
	const changed = sprintf(
		/* translators: %s: how many products. */
		_n(
			'%s has changed since',
			'%s have changed since',
			report.changed_since,
			'stock-sync-for-keycrm'
		),
		formatNumber( report.changed_since )
	);
	return sprintf(
		/* translators: %s: what it would do, in numbers. */
		__( 'Undo this sync (%s)', 'stock-sync-for-keycrm' ),
		report.changed_since > 0 ? `${ putsBack }; ${ changed }` : putsBack
	);
}

/** What an undo will do, a sentence for each number that is not 0. */
export function undoSentences( report: UndoReport ): string[] {
	const sentences: [ number, string ][] = [
		[
			report.back,
			/* translators: %s: how many products. */
			_n(
				'%s product returns to its previous quantity, minus what has been sold since.',
				'%s products return to their previous quantity, minus what has been sold since.',
				report.back,
				'stock-sync-for-keycrm'
			),
		],
		[
			report.to_zero,
			/* translators: %s: how many products. */
			_n(
				'%s of them becomes 0.',
				'%s of them become 0.',
				report.to_zero,
				'stock-sync-for-keycrm'
			),
		],
		[
			report.changed_since,
			/* translators: %s: how many products. */
			_n(
				'%s has been given another quantity since, and stays as it is.',
				'%s have been given another quantity since, and stay as they are.',
				report.changed_since,
				'stock-sync-for-keycrm'
			),
		],
		[
			report.left,
			/* translators: %s: how many products. */
			_n(
				'%s cannot or may not be written any more, and stays as it is.',
				'%s cannot or may not be written any more, and stay as they are.',
				report.left,
				'stock-sync-for-keycrm'
			),
		],
	];
	return sentences
		.filter( ( [ count ] ) => count > 0 )
		.map( ( [ count, sentence ] ) =>
			sprintf( sentence, formatNumber( count ) )
		);
}
