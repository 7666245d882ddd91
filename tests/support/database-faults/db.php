<?php
/**
 * Test-only database drop-in. At a statement that the test names, the statement fails or becomes a deadlock's victim,
 * the connection is lost, or the process is killed. It is copied into test sites, never into the plugin.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Faulty_Database extends wpdb {

	/** 'fail', 'deadlock', 'disconnect' or 'die'; '' for none. */
	public string $fault = '';
	/** Number of the statement that gets the fault, from 1. */
	public int $at = 0;
	/** Statements since the fault was armed. */
	public int $seen = 0;
	/** The statement that got the fault. */
	public string $hit = '';
	/** @var list<string> The statements since the fault was armed, if `$records` is true. */
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

	/** Does what wpdb does when the server has refused a statement. */
	private function refused( string $error ): bool {
		$this->flush();
		$this->last_error = $error;
		return false;
	}

	private function kill_connection(): void {
		$other = self::second_connection();
		$other->query( 'KILL CONNECTION ' . mysqli_thread_id( $this->dbh ) );
		$other->close();
		usleep( 2000 ); // The server needs a moment to roll back.
	}

	/** A connection of its own, whose statements are not counted. */
	public static function second_connection(): mysqli {
		[ , $socket ] = explode( ':', DB_HOST, 2 );
		return new mysqli( 'localhost', DB_USER, DB_PASSWORD, DB_NAME, 0, $socket );
	}
}

$wpdb = new Faulty_Database( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );
