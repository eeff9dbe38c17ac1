using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags;
using Schematic.Testing.Http;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Flags;

public sealed class FlagsSourceTests : IDisposable
{
    private const string List = "GET /flags";

    private readonly FakeApi _api = new();
    private readonly TestClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task What_the_api_filters_is_asked_for_page_by_page()
    {
        Answer(FlagSamples.Flag());
        _api.OnData("GET /flags/count", new CountResponse { Count = 7 });
        var query = new FlagsListQuery
        {
            Search = "a",
            Page = 2,
            Size = 25,
        };

        Assert.Single((await Source.ListAsync(query, Token)).Data);
        Assert.Equal(7, (await Source.CountAsync(query, Token)).Data.Count);

        Assert.Contains(("q", "a"), _api.Requests[0].Parameters);
        Assert.Contains(("offset", "25"), _api.Requests[0].Parameters);
    }

    [Fact]
    public async Task What_follows_from_the_flags_themselves_is_sifted_here()
    {
        Answer(
            FlagSamples.Flag("flag_1", "Off"),
            FlagSamples.Flag("flag_2", "On") with
            {
                DefaultValue = true,
            },
            FlagSamples.Flag("flag_3", "Also on") with
            {
                DefaultValue = true,
            }
        );
        var query = new FlagsListQuery { Mode = FlagMode.AlwaysOn, Size = 25 };

        var page = await Source.ListAsync(query, Token);

        Assert.Equal(["flag_2", "flag_3"], page.Data.Select(static flag => flag.Id));
        Assert.Equal(2, (await Source.CountAsync(query, Token)).Data.Count);
        Assert.Empty((await Source.ListAsync(query with { Page = 2 }, Token)).Data);
    }

    [Fact]
    public async Task All_are_read_to_be_sifted_however_many_there_are()
    {
        FlagDetailResponseData[] all = [.. Enumerable.Range(0, 251).Select(static n => FlagSamples.Flag($"flag_{n}"))];
        _api.On(
            List,
            request =>
            {
                var offset = request.Parameters.FirstOrDefault(static pair => pair.Name == "offset").Value ?? "0";
                var from = int.Parse(offset, System.Globalization.CultureInfo.InvariantCulture);
                return FakeApi.Data<IReadOnlyList<FlagDetailResponseData>>([.. all.Skip(from).Take(250)]);
            }
        );

        var count = await Source.CountAsync(new FlagsListQuery { Mode = FlagMode.AlwaysOff }, Token);

        Assert.Equal(251, count.Data.Count);
        Assert.Equal(2, _api.Requests.Count);
    }

    [Theory]
    [InlineData(31, null, true)]
    [InlineData(29, null, false)]
    [InlineData(90, 31, true)]
    [InlineData(90, 29, false)]
    public void A_flag_is_stale_that_nobody_has_asked_for_in_a_month(int age, int? checkedAgo, bool isStale)
    {
        var now = _clock.GetUtcNow();
        var flag = FlagSamples.Flag() with
        {
            CreatedAt = now.AddDays(-age),
            LastCheckedAt = checkedAgo is { } days ? now.AddDays(-days) : null,
        };

        Assert.Equal(isStale, Source.IsStale(flag));
    }

    private FlagsSource Source => new(_api.Gateway().Flags, _clock);

    private void Answer(params IReadOnlyList<FlagDetailResponseData> flags) => _api.OnData(List, flags);
}
