using Bunit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class BrowserDraftStoreTests : BunitContext
{
    private const string Key = "schematic.rules/mem_1/env_1/flag_1";

    private static readonly StoredDraft Draft = new()
    {
        SavedAt = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero),
        Tag = "\"1-1\"",
        Rules = RuleDrafts
            .FromContract([FlagSamples.Rule("rule_1", "Größe 👩‍🚀 <b>", 1, FlagSamples.Condition("cond_1"))])
            .ToContract(),
    };

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var text = await WriteAsync(Draft);
        SetUpRead(text);

        var read = await Store().ReadAsync(Key);

        Assert.Equal((Draft.SavedAt, Draft.Tag), (read!.SavedAt, read.Tag));
        Assert.Equal(RuleDrafts.FromContract(Draft.Rules).Text(), RuleDrafts.FromContract(read.Rules).Text());
    }

    [Fact]
    public async Task A_long_draft_is_read_in_pieces_that_fit_into_a_message()
    {
        var text = await WriteAsync(
            Draft with
            {
                Rules =
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(static number => Draft.Rules[0] with { Name = new('ß', 100 + number) }),
                ],
            }
        );
        Assert.True(text.Length > 10_000);
        Assert.All(text, static letter => Assert.True(char.IsAscii(letter)));
        SetUpRead(text);

        Assert.Equal(60, (await Store().ReadAsync(Key))!.Rules.Count);
        Assert.Equal(text.Length / 5_000 + 1, JSInterop.Invocations["schematic.draft.read"].Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"saved_at\":")]
    [InlineData("[]")]
    public async Task What_cannot_be_read_is_no_draft(string text)
    {
        SetUpRead(text);

        Assert.Null(await Store().ReadAsync(Key));
    }

    [Fact]
    public async Task A_storage_that_is_switched_off_has_no_draft()
    {
        JSInterop
            .Setup<string?>("schematic.draft.read", static _ => true)
            .SetException(new JSException("Access is denied."));

        Assert.Null(await Store().ReadAsync(Key));
    }

    [Fact]
    public async Task A_browser_that_refuses_is_told_of_and_logged()
    {
        var log = new CountingLogger();
        JSInterop
            .SetupVoid("schematic.draft.write", static _ => true)
            .SetException(new JSException("The quota has been exceeded."));

        Assert.False(await new BrowserDraftStore(JSInterop.JSRuntime, log).TryWriteAsync(Key, Draft));

        Assert.Equal(1, log.Warnings);
    }

    [Fact]
    public async Task A_cut_line_is_no_refusal()
    {
        JSInterop
            .SetupVoid("schematic.draft.write", static _ => true)
            .SetException(new JSDisconnectedException("The circuit is gone."));

        Assert.True(await Store().TryWriteAsync(Key, Draft));
    }

    [Fact]
    public async Task A_draft_is_removed_by_its_key()
    {
        JSInterop.SetupVoid("schematic.draft.remove", Key).SetVoidResult();

        await Store().RemoveAsync(Key);

        JSInterop.VerifyInvoke("schematic.draft.remove");
    }

    private BrowserDraftStore Store() => new(JSInterop.JSRuntime, NullLogger<BrowserDraftStore>.Instance);

    private async Task<string> WriteAsync(StoredDraft draft)
    {
        JSInterop.SetupVoid("schematic.draft.write", static _ => true).SetVoidResult();
        Assert.True(await Store().TryWriteAsync(Key, draft));
        return (string)JSInterop.VerifyInvoke("schematic.draft.write").Arguments[1]!;
    }

    // As app.js does it.
    private void SetUpRead(string text)
    {
        for (var from = 0; from <= text.Length; from += 5_000)
            JSInterop
                .Setup<string?>("schematic.draft.read", Key, from, 5_000)
                .SetResult(text[from..Math.Min(text.Length, from + 5_000)]);
    }

    private sealed class CountingLogger : ILogger<BrowserDraftStore>
    {
        public int Warnings { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (logLevel == LogLevel.Warning)
                Warnings++;
        }
    }
}
