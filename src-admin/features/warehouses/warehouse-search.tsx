import { __, _n, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../../lib/format';
import { useAnnouncement } from '../../lib/use-announcement';
import type { WarehousesState } from './use-warehouses';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';

function resultSentence( { found }: WarehousesState ): string {
	const count = found?.items.length ?? 0;
	return 0 === count
		? __(
				'No warehouse has been seen in KeyCRM’s stock yet.',
				'stock-sync-for-keycrm'
		  )
		: sprintf(
				/* translators: %s: how many warehouses. */
				_n(
					'%s warehouse found in KeyCRM’s stock.',
					'%s warehouses found in KeyCRM’s stock.',
					count,
					'stock-sync-for-keycrm'
				),
				formatNumber( count )
		  );
}

/** Progress and result of the search for warehouses. */
export function WarehouseSearch( {
	warehouses,
}: {
	warehouses: WarehousesState;
} ) {
	const { found, progress, error, search } = warehouses;
	const name = __(
		'Looking for warehouses in KeyCRM',
		'stock-sync-for-keycrm'
	);
	useAnnouncement( progress ? name : resultSentence( warehouses ) );

	if ( progress ) {
		return (
			<div className="keycrm-stock-row">
				<span>{ name }</span>
				<progress
					aria-label={ name }
					{ ...( progress.total > 0 && {
						value: progress.done,
						max: progress.total,
					} ) }
				/>
				<span className="keycrm-stock-quiet">
					{ __(
						'You may go on before it is finished.',
						'stock-sync-for-keycrm'
					) }
				</span>
			</div>
		);
	}
	return (
		<>
			<div className="keycrm-stock-row">
				{ found && (
					<span className="keycrm-stock-quiet">
						{ resultSentence( warehouses ) }
					</span>
				) }
				<ActionButton variant="link" onClick={ search }>
					{ __( 'Look again', 'stock-sync-for-keycrm' ) }
				</ActionButton>
			</div>
			<ErrorNotice error={ error } onRetry={ search } />
		</>
	);
}
