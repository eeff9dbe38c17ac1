using Microsoft.Data.Sqlite;
using Schematic.Api.Maintenance;
using Schematic.Api.Maintenance.Backup;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Persistence.Sqlite;

namespace Schematic.Api.Tests.Maintenance.Backup;

public sealed class BackupWriterTests
{
    private static readonly BackupTable Table = new(
        "things",
        [
            new BackupColumn("flag", ColumnKind.Bool),
            new BackupColumn("small", ColumnKind.Int16),
            new BackupColumn("plain", ColumnKind.Int32),
            new BackupColumn("large", ColumnKind.Int64),
            new BackupColumn("words", ColumnKind.Text),
            new BackupColumn("bytes", ColumnKind.Bytes),
            new BackupColumn("moment", ColumnKind.Time),
        ],
        Counter: null
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, object?[]> Rows { get; } =
        new()
        {
            { "NULL, NULL, NULL, NULL, NULL, NULL, NULL", [null, null, null, null, null, null, null] },
            {
                "0, -32768, -2147483648, -9223372036854775808, '', x'', -62135596800000000",
                [false, short.MinValue, int.MinValue, long.MinValue, "", Array.Empty<byte>(), DateTimeOffset.MinValue]
            },
            {
                "1, 32767, 2147483647, 9223372036854775807, "
                    + "'\"\\ 😀 é' || char(10, 9, 8232, 127), x'00ff', 253402300799999999",
                [
                    true,
                    short.MaxValue,
                    int.MaxValue,
                    long.MaxValue,
                    "\"\\ 😀 é\n\t\u2028\u007f",
                    new byte[] { 0, 255 },
                    new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_990),
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_row_is_read_as_it_was_written(string sql, object?[] expected)
    {
        using var backup = new BackupFile();
        await using (var writer = new BackupWriter(backup.Path))
        {
            await BeginAsync(writer);
            await WriteAsync(writer, sql);
            await writer.EndTableAsync(Table, null, Cancellation);
            await writer.EndAsync(Cancellation);
        }

        var seen = new LastRow();
        await BackupReader.ReadAsync(backup.Path, seen, Cancellation);

        Assert.Equal(expected, seen.Values);
    }

    [Fact]
    public async Task The_file_is_its_owners_alone()
    {
        using var backup = new BackupFile();
        await using var writer = new BackupWriter(backup.Path);
        await BeginAsync(writer);
        await writer.EndTableAsync(Table, null, Cancellation);
        await writer.EndAsync(Cancellation);

        Assert.Equal(["schematic.backup"], backup.FilesInFolder);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup.Path));
    }

    [Fact]
    public async Task A_backup_that_was_not_ended_leaves_no_file()
    {
        using var backup = new BackupFile();
        await using (var writer = new BackupWriter(backup.Path))
        {
            await BeginAsync(writer);
            Assert.Equal(["schematic.backup.partial"], backup.FilesInFolder);
        }

        Assert.Empty(backup.FilesInFolder);
    }

    [Fact]
    public async Task No_file_is_overwritten()
    {
        using var backup = new BackupFile();
        await File.WriteAllTextAsync(backup.Path, "precious", Cancellation);

        var refusal = Assert.Throws<CommandRefusedException>(() => new BackupWriter(backup.Path));

        Assert.Contains("exists already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(backup.Path, Cancellation));
    }

    private static async Task BeginAsync(BackupWriter writer)
    {
        await writer.BeginAsync(["2026_Initial"], DateTimeOffset.UnixEpoch, Cancellation);
        await writer.BeginTableAsync(Table, Cancellation);
    }

    private static async Task WriteAsync(BackupWriter writer, string sql)
    {
        SqliteNative.EnsureLoaded();
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {sql}";
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await rows.ReadAsync(Cancellation));
        await writer.WriteRowAsync(Table, rows, SqlDialect.Sqlite, Cancellation);
    }

    private sealed class LastRow : IBackupVisitor
    {
        public object?[]? Values { get; private set; }

        public Task BeginAsync(BackupLine header, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task BeginTableAsync(BackupTable table, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task AddRowAsync(object?[] values, CancellationToken cancellationToken)
        {
            Values = values;
            return Task.CompletedTask;
        }

        public Task EndTableAsync(BackupTable table, long? counter, CancellationToken cancellationToken) =>
            Task.CompletedTask;
    }
}
