<?php
/**
 * For the bench: what a run, or a loop over products, costs in this process.
 */

/** Marks taken at moments; each span between two has its wall time, queries and memory. */
final class Bench {

	/** @var list<array{name: string, ms: float, queries: int, peak: int}> */
	public array $spans = array();

	private string $name = '';
	private float $began = 0;
	private int $queries = 0;

	public function begin( string $name ): void {
		global $wpdb;
		if ( '' !== $this->name ) {
			$this->spans[] = array(
				'name'    => $this->name,
				'ms'      => 1000 * ( microtime( true ) - $this->began ),
				'queries' => $wpdb->num_queries - $this->queries,
				'peak'    => memory_get_peak_usage(),
			);
		}
		memory_reset_peak_usage();
		$this->name    = $name;
		$this->began   = microtime( true );
		$this->queries = $wpdb->num_queries;
	}

	/**
	 * Carries a run on until it has ended, and tells its phases apart by what it stores.
	 *
	 * @return array<string, mixed>
	 */
	public function drive( int $run_id ): array {
		global $wpdb;
		$phase = '';
		add_filter(
			'query',
			function ( string $sql ) use ( &$phase ): string {
				if ( str_contains( $sql, 'keycrm_stock_runs SET' ) && preg_match( "/`phase` = '(\w+)'/", $sql, $found ) && $found[1] !== $phase ) {
					$phase = $found[1];
					$this->begin( $phase );
				}
				return $sql;
			}
		);
		do {
			do_action( 'keycrm_stock_step', $run_id );
			$run = $this->call( 'GET', "/runs/$run_id" );
		} while ( in_array( $run['status'], array( 'running', 'waiting' ), true ) );
		$this->begin( '' );
		remove_all_filters( 'query' );
		return array(
			'run'   => $run,
			'spans' => $this->spans,
		);
	}

	/**
	 * Calls one of our routes as an administrator.
	 *
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	public function call( string $method, string $path, array $body = array() ): array {
		wp_set_current_user( 1 );
		$request = new WP_REST_Request( $method, '/keycrm-stock/v1' . $path );
		$request->set_body_params( $body );
		$answer = rest_do_request( $request );
		if ( $answer->is_error() ) {
			throw new RuntimeException( wp_json_encode( $answer->get_data() ) );
		}
		return $answer->get_data();
	}
}
