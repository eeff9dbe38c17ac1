using System.Net;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Shared.Session;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class SessionValidatorTests : IDisposable
{
    private const string Question = "GET /console/sessions/current";

    private static readonly SignedInMember Ada = new("mem_1", "ada@example.com", "Ada", "session-token");
    private static readonly TimeSpan Rest = TimeSpan.FromDays(14);

    private readonly FakeApi _api = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private readonly GatewayFactory _gateways;
    private readonly SessionValidator _validator;

    public SessionValidatorTests()
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        _gateways = new(target, _api);
        _validator = new(_gateways, _cache, NullLogger<SessionValidator>.Instance);
        _api.On(Question, static _ => Standing());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _gateways.Dispose();
        _cache.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task A_session_that_stands_is_asked_for_once()
    {
        Assert.True(await _validator.IsValidAsync(Ada, Token));
        Assert.True(await _validator.IsValidAsync(Ada, Token));

        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task A_session_the_API_does_not_know_is_over()
    {
        _api.OnError(Question, HttpStatusCode.Unauthorized, "This session has ended. Sign in again.");

        Assert.False(await _validator.IsValidAsync(Ada, Token));
    }

    [Fact]
    public async Task An_API_that_is_away_signs_nobody_out()
    {
        _api.On(Question, static _ => throw new HttpRequestException("No connection."));

        Assert.True(await _validator.IsValidAsync(Ada, Token));
    }

    [Fact]
    public async Task A_session_that_was_trusted_is_over_as_soon_as_someone_signs_out()
    {
        Assert.True(await _validator.IsValidAsync(Ada, Token));

        _validator.End(Ada, Rest);

        Assert.False(await _validator.IsValidAsync(Ada, Token));
    }

    [Fact]
    public async Task An_answer_that_was_on_its_way_while_someone_signed_out_does_not_bring_the_session_back()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource<HttpResponseMessage>());
        _api.On(
            Question,
            (_, _) =>
            {
                asked.SetResult();
                return answer.Task;
            }
        );
        var question = _validator.IsValidAsync(Ada, Token);
        await asked.Task;

        _validator.End(Ada, Rest);
        answer.SetResult(Standing());

        Assert.False(await question);
        Assert.False(await _validator.IsValidAsync(Ada, Token));
    }

    [Fact]
    public async Task Whoever_signed_out_stays_so_while_the_API_is_away()
    {
        _validator.End(Ada, Rest);
        _api.On(Question, static _ => throw new HttpRequestException("No connection."));

        Assert.False(await _validator.IsValidAsync(Ada, Token));
    }

    private static HttpResponseMessage Standing() =>
        FakeApi.Data(
            new SessionResponseData
            {
                MemberId = Ada.Id,
                Email = Ada.Email,
                Name = Ada.Name,
                Role = AccountMemberRole.Admin,
                Permissions = new Dictionary<string, IReadOnlyList<AccountMemberPermission>>(),
                ExpiresAt = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero),
            }
        );
}
