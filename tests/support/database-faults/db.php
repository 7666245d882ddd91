<?php
/**
 * Test-only database drop-in: lets one statement fail, be chosen as a deadlock's victim, lose its connection or
 * kill the process, at a place that the test names. Copied into the sites that tests make, never into the plugin.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Faulty_Database extends wpdb {

	/** 'fail', 'deadlock', 'disconnect' or 'die'; '' for none. */
	public string $fault = '';
	/** At which statement, from 1. */
	public int $at = 0;
	/** Statements since the fault was armed. */
	public int $seen = 0;
	/** The statement that was hit. */
	public string $hit = '';
	/** @var list<string> The statements since the fault was armed, where a test wants them. */
	public array $statements = array();
	public bool $records = false;

	public function arm( string $fault, int $at ): void {
		$this->fault = $fault;
		$this->at    = $at;
		$this->seen  = 0;
		$this->hit   = '';

		$this->statements = array();
	}

	public function query( $query ) {
		++$this->seen;
		if ( $this->records ) {
			$this->statements[] = $query;
		}
		if ( '' === $this->fault || $this->seen !== $this->at ) {
			return parent::query( $query );
		}
		$fault       = $this->fault;
		$this->fault = '';
		$this->hit   = $query;
		switch ( $fault ) {
			case 'die':
				posix_kill( getmypid(), SIGKILL );
				exit;
			case 'disconnect':
				$this->kill_connection();
				return parent::query( $query );
			case 'deadlock':
				parent::query( 'ROLLBACK' );
				return $this->refused( 'Deadlock found when trying to get lock; try restarting transaction' );
			default:
				return $this->refused( 'The test lets this statement fail' );
		}
	}

	/** As wpdb answers a statement that the server has refused. */
	private function refused( string $error ): bool {
		$this->flush();
		$this->last_error = $error;
		return false;
	}

	private function kill_connection(): void {
		$other = self::second_connection();
		$other->query( 'KILL CONNECTION ' . mysqli_thread_id( $this->dbh ) );
		$other->close();
		usleep( 2000 ); // Until the server has rolled back.
	}

	/** For what must not be counted. */
	public static function second_connection(): mysqli {
		[ , $socket ] = explode( ':', DB_HOST, 2 );
		return new mysqli( 'localhost', DB_USER, DB_PASSWORD, DB_NAME, 0, $socket );
	}
}

$wpdb = new Faulty_Database( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );
