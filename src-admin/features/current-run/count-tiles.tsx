import { __, _n } from '@wordpress/i18n';
import type { Run } from '../../contract';
import { formatNumber } from '../../lib/format';
import { to } from '../../app/router/route';
import { needLook, OUTCOMES_TO_LOOK_AT } from './run-facts';
import { outcomeNames } from './run-labels';
import { RouteLink } from '../../app/router/route-link';

interface Props {
	run: Run;
	/** The numbers are a forecast: nothing has been written. */
	planned: boolean;
}

/** The shop's products by what came of them, and where to look at those that need it. */
export function CountTiles( { run, planned }: Props ) {
	const { counts } = run;
	const names = outcomeNames();
	const look = needLook( counts );
	const right = {
		name: 'unchanged',
		count: counts.unchanged,
		label: planned
			? _n( 'stays', 'stay', counts.unchanged, 'stock-sync-for-keycrm' )
			: __( 'already in sync', 'stock-sync-for-keycrm' ),
		link: null,
	};
	const changed = {
		name: 'updated',
		count: counts.updated,
		label: planned
			? __( 'would change', 'stock-sync-for-keycrm' )
			: __( 'changed', 'stock-sync-for-keycrm' ),
		link: to( 'changes', { run: run.id, outcome: 'updated' } ),
	};
	const tiles = [
		...( planned ? [ changed, right ] : [ right, changed ] ),
		{
			name: 'look',
			count: look,
			label: _n(
				'needs attention',
				'need attention',
				look,
				'stock-sync-for-keycrm'
			),
			link:
				look > counts.failed
					? to( 'out-of-step' )
					: to( 'changes', { run: run.id, outcome: 'failed' } ),
		},
		{
			name: 'excluded',
			count: counts.excluded,
			label: __( 'left alone by you', 'stock-sync-for-keycrm' ),
			link: to( 'out-of-step', { group: 'excluded' } ),
		},
	].filter( ( { name, count } ) => 'excluded' !== name || count > 0 );

	return (
		<>
			<ul className="keycrm-stock-tiles">
				{ tiles.map( ( { name, count, label, link } ) => (
					<li key={ name } data-outcome={ name }>
						<strong>{ formatNumber( count ) }</strong>{ ' ' }
						{ link && count > 0 ? (
							<RouteLink to={ link }>{ label }</RouteLink>
						) : (
							label
						) }
					</li>
				) ) }
			</ul>
			{ look > 0 && (
				<ul className="keycrm-stock-reasons">
					{ OUTCOMES_TO_LOOK_AT.filter(
						( outcome ) => counts[ outcome ] > 0
					).map( ( outcome ) => (
						<li key={ outcome }>
							<RouteLink
								to={ to( 'changes', { run: run.id, outcome } ) }
							>
								{ names[ outcome ] }
							</RouteLink>{ ' ' }
							({ formatNumber( counts[ outcome ] ) })
						</li>
					) ) }
				</ul>
			) }
		</>
	);
}
