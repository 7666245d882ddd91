import { __, _n } from '@wordpress/i18n';
import type { Run } from '../../contract';
import { formatNumber } from '../../lib/format';
import { routeTo } from '../../app/router/route';
import { countAttention, ATTENTION_OUTCOMES } from './run-facts';
import { outcomeNames } from './run-labels';
import { RouteLink } from '../../app/router/route-link';

interface Props {
	run: Run;
	/** The counts are of a plan. */
	planned: boolean;
}

/** Numbers of products by outcome, with links to those that need attention. */
export function CountTiles( { run, planned }: Props ) {
	const { counts } = run;
	const names = outcomeNames();
	const attention = countAttention( counts );
	const unchanged = {
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
		link: routeTo( 'changes', { run: run.id, outcome: 'updated' } ),
	};
	const tiles = [
		...( planned ? [ changed, unchanged ] : [ unchanged, changed ] ),
		{
			name: 'look',
			count: attention,
			label: _n(
				'needs attention',
				'need attention',
				attention,
				'stock-sync-for-keycrm'
			),
			link:
				attention > counts.failed
					? routeTo( 'out-of-step' )
					: routeTo( 'changes', { run: run.id, outcome: 'failed' } ),
		},
		{
			name: 'excluded',
			count: counts.excluded,
			label: __( 'left alone by you', 'stock-sync-for-keycrm' ),
			link: routeTo( 'out-of-step', { group: 'excluded' } ),
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
			{ attention > 0 && (
				<ul className="keycrm-stock-reasons">
					{ ATTENTION_OUTCOMES.filter(
						( outcome ) => counts[ outcome ] > 0
					).map( ( outcome ) => (
						<li key={ outcome }>
							<RouteLink
								to={ routeTo( 'changes', {
									run: run.id,
									outcome,
								} ) }
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
