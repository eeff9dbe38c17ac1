using System.Net;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Shared.Session;
using Schematic.Testing.Http;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class SessionWatchTests : IDisposable
{
    private const string Question = "POST /console/sessions/ended";

    private static readonly SignedInMember Ada = new("mem_1", "ada@example.com", "Ada", "session-token");

    private readonly FakeApi _api = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private readonly GatewayFactory _gateways;
    private readonly SessionValidator _validator;
    private readonly OpenCircuits _circuits;
    private readonly SessionWatch _watch;
    private int _ended;

    public SessionWatchTests()
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        _gateways = new(target, _api);
        _validator = new(_gateways, _cache, NullLogger<SessionValidator>.Instance);
        var options = Options.Create(new NetworkOptions());
        _circuits = new OpenCircuits(options);
        _watch = new(
            _circuits,
            new CircuitGate(options),
            _validator,
            _gateways,
            new TestClock(),
            NullLogger<SessionWatch>.Instance
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _watch.Dispose();
        _gateways.Dispose();
        _cache.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task Pages_of_a_session_that_is_over_are_ended_and_its_cookie_is_worth_nothing()
    {
        Open();
        Answer(OpenCircuits.Hash(Ada.Token));

        await _watch.LookAsync(Token);

        Assert.Equal(1, _ended);
        Assert.False(await _validator.IsValidAsync(Ada, Token));
    }

    [Fact]
    public async Task Many_pages_are_one_question_and_none_are_no_question()
    {
        await _watch.LookAsync(Token);
        Assert.Empty(_api.Requests);
        Open();
        Open();
        Answer();

        await _watch.LookAsync(Token);

        Assert.Single(_api.Requests);
        Assert.Equal(0, _ended);
    }

    [Fact]
    public async Task An_API_that_is_away_ends_nothing()
    {
        Open();
        _api.OnError(Question, HttpStatusCode.ServiceUnavailable, "The database is away.");

        await _watch.LookAsync(Token);

        Assert.Equal(0, _ended);
    }

    private void Open() => Assert.NotNull(_circuits.TryOpen(Ada, "203.0.113.7", () => _ended++));

    private void Answer(params string[] ended) =>
        _api.OnData(Question, new EndedSessionsResponseData { TokenHashes = ended });
}
