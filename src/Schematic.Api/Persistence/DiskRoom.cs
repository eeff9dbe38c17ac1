namespace Schematic.Api.Persistence;

/// <summary>
/// Whether the disk of the database had room for what was last to be stored. Nobody can ask it: only a write tells.
/// </summary>
internal sealed partial class DiskRoom(TimeProvider time, ILogger<DiskRoom> logger)
{
    // As long as nothing is written nobody is refused either, and there may be room again.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private long _fullAt;

    /// <summary>True from a write that found no room until one finds some, or none has failed for a minute.</summary>
    public bool IsFull =>
        Volatile.Read(ref _fullAt) is not 0 and var fullAt && time.GetUtcNow().Ticks - fullAt < Remembered.Ticks;

    /// <summary>Learns from how a write ends, unless it is an incidental one.</summary>
    public async Task<T> WatchAsync<T>(int environmentSeq, Task<T> write)
    {
        if (environmentSeq == SchematicDb.IncidentalSeq)
            return await write;
        try
        {
            var result = await write;
            if (Volatile.Read(ref _fullAt) != 0 && Interlocked.Exchange(ref _fullAt, 0) != 0)
                Log.Room(logger);
            return result;
        }
        catch (Exception failure) when (DatabaseFailure.IsDiskFull(failure))
        {
            // Once: a log on the same disk would take what room there is.
            if (Interlocked.Exchange(ref _fullAt, time.GetUtcNow().Ticks) == 0)
                Log.Full(logger);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The disk of the database is full. Reads and flag checks go on; "
                + "writes are refused until there is room"
        )]
        public static partial void Full(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "The disk of the database has room again")]
        public static partial void Room(ILogger logger);
    }
}
