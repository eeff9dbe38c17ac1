using System.Text;
using Schematic.Api.Maintenance;
using Schematic.Api.Maintenance.Backup;

namespace Schematic.Api.Tests.Maintenance.Backup;

public sealed class BackupReaderTests
{
    private const string Header =
        """{"format":"schematic-backup","version":1,"program":"0.1.0","migrations":["2026_Initial"]}""";

    private static readonly string[] Table =
    [
        """{"table":{"name":"things","columns":[{"name":"seq","kind":"int64"},{"name":"text","kind":"text"}]}}""",
        """[1,"one"]""",
        """[2,null]""",
        """{"end":"things","rows":2,"counter":7}""",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_and_counters_come_in_order()
    {
        using var backup = await WholeAsync();
        var seen = new Seen();

        var rows = await BackupReader.ReadAsync(backup.Path, seen, Cancellation);

        Assert.Equal(2, rows);
        Assert.Equal(["begin 2026_Initial", "table things", "row 1 one", "row 2 ", "end things 7"], seen.Lines);
    }

    [Fact]
    public async Task A_file_that_ends_too_early_is_refused_wherever_it_ends()
    {
        using var backup = await WholeAsync();
        var bytes = await File.ReadAllBytesAsync(backup.Path, Cancellation);

        for (var length = 0; length < bytes.Length - 8; length++)
        {
            await File.WriteAllBytesAsync(backup.Path, bytes[..length], Cancellation);
            await RefusedAsync(backup);
        }
    }

    [Fact]
    public async Task A_byte_that_has_changed_is_noticed_or_changes_nothing()
    {
        using var backup = await WholeAsync();
        var bytes = await File.ReadAllBytesAsync(backup.Path, Cancellation);
        var noticed = 0;

        // The header of gzip says who compressed it and when; nothing is read from that.
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 0x10;
            await File.WriteAllBytesAsync(backup.Path, changed, Cancellation);
            var seen = new Seen();
            try
            {
                await BackupReader.ReadAsync(backup.Path, seen, Cancellation);
                Assert.Equal(5, seen.Lines.Count);
            }
            catch (CommandRefusedException)
            {
                noticed++;
            }
        }

        Assert.True(noticed > bytes.Length - 10, $"{noticed} of {bytes.Length}");
    }

    [Fact]
    public async Task A_line_that_is_missing_or_changed_is_noticed_although_the_file_was_compressed_anew()
    {
        using var backup = await WholeAsync();
        var lines = await backup.ReadLinesAsync();

        for (var i = 0; i < lines.Count; i++)
        {
            await backup.WriteLinesAsync(lines.Where((_, at) => at != i));
            await RefusedAsync(backup);
        }

        await backup.WriteLinesAsync(lines.Select(static line => line.Replace("one", "two", StringComparison.Ordinal)));
        Assert.Contains("is damaged", await RefusedAsync(backup), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is not whole")]
    [InlineData("hello", "is not a backup")]
    public async Task Another_kind_of_file_is_refused(string text, string words)
    {
        using var backup = new BackupFile();
        await File.WriteAllBytesAsync(backup.Path, Encoding.UTF8.GetBytes(text), Cancellation);

        Assert.Contains(words, await RefusedAsync(backup), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"format":"something"}""", "is not a backup")]
    [InlineData("""{"a":1}""", "is not a backup")]
    [InlineData("""[1]""", "is not a backup")]
    [InlineData(
        """{"format":"schematic-backup","version":2,"program":"9.0.0","migrations":["2026_Initial"]}""",
        "was made by a newer version (9.0.0)"
    )]
    public async Task Another_first_line_is_refused(string header, string words)
    {
        using var backup = await WholeAsync(header, Table);

        Assert.Contains(words, await RefusedAsync(backup), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"table":{"name":"a\"; DROP TABLE x; --","columns":[{"name":"seq","kind":"int64"}]}}""")]
    [InlineData("""{"table":{"name":"a","columns":[{"name":"seq\")","kind":"int64"}]}}""")]
    [InlineData("""{"table":{"name":"a","columns":[]}}""")]
    [InlineData("""{"table":{"name":"a","columns":[{"name":"seq","kind":"float"}]}}""")]
    public async Task A_name_that_would_not_stay_a_name_is_refused(string table)
    {
        using var backup = await WholeAsync(Header, [table, """{"end":"a","rows":0}"""]);

        Assert.Contains("is damaged", await RefusedAsync(backup), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["1","one"]""")]
    [InlineData("""[1,2]""")]
    [InlineData("""[1]""")]
    [InlineData("""[1,"one",3]""")]
    [InlineData("""[1.5,"one"]""")]
    [InlineData("""[9223372036854775808,"one"]""")]
    public async Task A_row_that_does_not_fit_its_table_is_refused(string row)
    {
        using var backup = await WholeAsync(Header, [Table[0], row, """{"end":"things","rows":1}"""]);

        Assert.Contains("is damaged", await RefusedAsync(backup), StringComparison.Ordinal);
    }

    /// <summary>A file with the right end for its lines, whatever they say.</summary>
    private static async Task<BackupFile> WholeAsync(string header = Header, IReadOnlyList<string>? lines = null)
    {
        IReadOnlyList<string> all = [header, .. lines ?? Table];
        var text = Encoding.UTF8.GetBytes(string.Concat(all.Select(static line => $"{line}\n")));
        var sum = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(text));
        var rows = all.Count(static line => line[0] == '[');
        var backup = new BackupFile();
        await backup.WriteLinesAsync([.. all, $$"""{"end":"schematic-backup","rows":{{rows}},"sha256":"{{sum}}"}"""]);
        return backup;
    }

    private static async Task<string> RefusedAsync(BackupFile backup) =>
        (
            await Assert.ThrowsAsync<CommandRefusedException>(() =>
                BackupReader.ReadAsync(backup.Path, new Seen(), Cancellation)
            )
        ).Message;

    private sealed class Seen : IBackupVisitor
    {
        public List<string> Lines { get; } = [];

        public Task BeginAsync(BackupLine header, CancellationToken cancellationToken) =>
            Note($"begin {string.Join(' ', header.Migrations!)}");

        public Task BeginTableAsync(BackupTable table, CancellationToken cancellationToken) =>
            Note($"table {table.Name}");

        public Task AddRowAsync(object?[] values, CancellationToken cancellationToken) =>
            Note($"row {string.Join(' ', values)}");

        public Task EndTableAsync(BackupTable table, long? counter, CancellationToken cancellationToken) =>
            Note($"end {table.Name} {counter}");

        private Task Note(string line)
        {
            Lines.Add(line);
            return Task.CompletedTask;
        }
    }
}
