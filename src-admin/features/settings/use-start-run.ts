import { routeTo, type Route } from '../../app/router/route';
import { isActive } from '../current-run/run-facts';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';

/** Starts a run from the settings and goes to the overview, where its progress is shown. */
export function useStartRun(
	{ run }: KnownRun,
	navigate: ( route: Route ) => void
) {
	const { pending, failure, start } = useRunActions();
	return {
		pending,
		failure,
		blocked: null !== pending || isActive( run ),
		startRun: async ( mode: 'preview' | 'sync' ) => {
			if ( await start( mode ) ) {
				navigate( routeTo( 'overview' ) );
			}
		},
	};
}
