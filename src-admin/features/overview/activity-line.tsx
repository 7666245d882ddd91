import { __, _n, sprintf } from '@wordpress/i18n';
import { useActivity } from '../../api/queries';
import { formatNumber, formatTime } from '../../lib/format';
import { routeTo } from '../../app/router/route';
import { BarChart } from '../../ui/bar-chart';
import { RouteLink } from '../../app/router/route-link';

/** "Last 24 hours ▁▁▃▁ 214 changes". If the request fails, nothing is shown, because the line is only an extra. */
export function ActivityLine() {
	const { data } = useActivity();
	const hours = data?.items ?? [];
	const total = hours.reduce( ( sum, { changes } ) => sum + changes, 0 );
	const label = __( 'Last 24 hours', 'stock-sync-for-keycrm' );
	const now = Date.parse( hours.at( -1 )?.at ?? '' );
	const count = sprintf(
		/* translators: %s: how many numbers were written. */
		_n( '%s change', '%s changes', total, 'stock-sync-for-keycrm' ),
		formatNumber( total )
	);
	if ( 0 === hours.length ) {
		return null;
	}
	return (
		<p className="keycrm-stock-row keycrm-stock-activity">
			<span>{ label }</span>
			<BarChart
				label={ `${ label }: ${ count }` }
				bars={ hours.map(
					( { at, changes, failed_runs: failedRuns } ) => ( {
						id: at,
						count: changes,
						failed: failedRuns > 0,
						title: `${ formatTime( at, now ) }: ${ formatNumber(
							changes
						) }`,
					} )
				) }
			/>
			<RouteLink to={ routeTo( 'changes', { run: 'all' } ) }>
				{ count }
			</RouteLink>
			{ data?.last_hour.map( ( text ) => (
				<span key={ text }>{ text }</span>
			) ) }
		</p>
	);
}
