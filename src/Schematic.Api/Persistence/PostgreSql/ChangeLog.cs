using System.Globalization;
using System.Security.Cryptography;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>
/// The changes of all instances, in the table of <see cref="ChangeRow"/>. Numbers of a sequence become visible out of
/// order, as transactions do: whoever remembers the highest number skips what commits later. So the place up to which
/// an instance has read is a snapshot of PostgreSQL, which says of every transaction whether it was visible then.
/// </summary>
/// <param name="retention">Rows stay at least this long after everyone could see them.</param>
internal sealed class ChangeLog(TimeSpan retention)
{
    // Of rows that tell of no change, only of a commit.
    private const short NoKind = 0;

    // Whoever has not read for this long may have missed rows, and must assume that anything changed.
    private readonly TimeSpan _longestGap = retention / 2;
    private readonly TimeSpan _trimInterval = retention / 8;

    // Snapshots that are to become old enough to trim by, the oldest first.
    private readonly Queue<(DateTimeOffset At, long Visible)> _horizons = new();
    private Snapshot? _read;
    private int _instance = NewInstance();

    /// <summary>Appends what the context has noted, inside its transaction and as its last statement.</summary>
    /// <returns>Null if the transaction has written nothing.</returns>
    public async Task<CommitMark?> AppendAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var instance = _instance;
        var rows = new SqlRows("instance", "kind", "subject_seq", "seen_in");
        foreach (var change in db.Changes.Changes.Concat(db.Changes.ForOthers))
            rows.Add(instance, (short)change.Kind, change.SubjectSeq, change.EnvironmentSeq);
        var sql = rows.Rows.Count == 0 ? MarkOnly(instance) : Append(db.Dialect.Table(rows));
        var numbers = await db.QueryAsync(sql, static row => row.GetInt64(0), cancellationToken);
        return numbers.Count == 0 ? null : new CommitMark(numbers[0], instance);
    }

    /// <summary>
    /// To be called when it is not known whether a commit took place. What was appended until now counts as another
    /// instance's from here on, so that it is told should it appear.
    /// </summary>
    public void DisownAppended() => Interlocked.Exchange(ref _instance, NewInstance());

    /// <summary>
    /// The changes of other instances since the last time; <see cref="ChangeSet.Everything"/> the first time, and where
    /// rows may have been trimmed since. Not for several threads at once.
    /// </summary>
    public async Task<ChangeSet> ReadAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var changes = new ChangeSet();
        var since = _read;
        Snapshot? now = null;
        await db.QueryAsync(
            Select(since ?? Snapshot.OfNothing),
            row =>
            {
                if (!row.IsDBNull(0))
                    now = Snapshot.Parse(row.GetString(0), db.Dialect.ReadTime(row, 1));
                else if (row.GetInt32(2) != _instance && row.GetInt16(3) != NoKind)
                    changes.Add((ChangeKind)row.GetInt16(3), row.GetInt64(4), row.GetInt32(5));
                return 0;
            },
            cancellationToken
        );
        _read = now;
        return since is null || now!.At - since.At > _longestGap ? ChangeSet.Everything : changes;
    }

    /// <summary>
    /// Now and then deletes rows that everyone has read, or that are too old for whoever has not. They are told by the
    /// oldest transaction that was still running a while ago: all before it had ended, and were visible from then on.
    /// </summary>
    public async Task TrimAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        if (_read is not { } read)
            return;
        if (_horizons.Count == 0 || read.At - _horizons.Last().At >= _trimInterval)
            _horizons.Enqueue((read.At, read.OldestRunning));
        if (read.At - _horizons.Peek().At < retention)
            return;
        var visible = _horizons.Dequeue().Visible;
        await db.ExecuteAsync(new SqlText($"DELETE FROM changes WHERE transaction_id < {visible}"), cancellationToken);
    }

    private static SqlText Append(SqlText rows) =>
        new(
            $"""
            INSERT INTO changes (transaction_id, instance, kind, subject_seq, seen_in)
            SELECT pg_current_xact_id()::text::bigint, u.* FROM {rows} RETURNING transaction_id
            """
        );

    // A transaction that has written nothing has no number, and is not given one: it would have to wait for the disk.
    private static SqlText MarkOnly(int instance) =>
        new(
            $"""
            INSERT INTO changes (transaction_id, instance, kind, subject_seq, seen_in)
            SELECT number, {instance}, {NoKind}, 0, 0 FROM
                (SELECT pg_current_xact_id_if_assigned()::text::bigint AS number) AS mine
            WHERE number IS NOT NULL RETURNING transaction_id
            """
        );

    private static int NewInstance() => RandomNumberGenerator.GetInt32(int.MaxValue);

    // One statement sees one snapshot. Three selects, so that each finds its rows by the index.
    private static SqlText Select(Snapshot since) =>
        new(
            $"""
            SELECT pg_current_snapshot()::text, clock_timestamp(), 0, 0::smallint, 0::bigint, 0
            UNION ALL
            SELECT NULL, NULL, instance, kind, subject_seq, seen_in FROM changes WHERE transaction_id >= {since.Next}
            UNION ALL
            SELECT NULL, NULL, instance, kind, subject_seq, seen_in FROM changes
            WHERE transaction_id = ANY (string_to_array({since.Running}, ',')::bigint[])
            """
        );

    /// <param name="At">Time of the database.</param>
    /// <param name="OldestRunning">All transactions before this one have ended.</param>
    /// <param name="Next">The number of the first transaction that had not begun.</param>
    /// <param name="Running">Transactions before <paramref name="Next"/> that had not ended, with commas.</param>
    private sealed record Snapshot(DateTimeOffset At, long OldestRunning, long Next, string Running)
    {
        // Nothing is read before there is a place to start from.
        public static readonly Snapshot OfNothing = new(DateTimeOffset.MinValue, 0, long.MaxValue, "");

        /// <param name="text">Like <c>10:20:10,14,15</c>.</param>
        public static Snapshot Parse(string text, DateTimeOffset at)
        {
            var parts = text.Split(':');
            return new Snapshot(
                at,
                long.Parse(parts[0], CultureInfo.InvariantCulture),
                long.Parse(parts[1], CultureInfo.InvariantCulture),
                parts[2]
            );
        }
    }
}
