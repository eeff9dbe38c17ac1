using System.Net;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Caching.Memory;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Tests.Members;
using Schematic.Gateway.Http;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class ConsoleSessionTests : IDisposable
{
    private const string List = "GET /environments";
    private const string Own = "GET /console/sessions/current";

    private readonly FakeApi _api = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private readonly GatewayFactory _gateways;

    public ConsoleSessionTests()
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        _gateways = new(target, _api);
        _api.OnData(Own, MemberSamples.Session(AccountMemberRole.Admin));
        Answer(
            Of("env_b", "Beta", EnvironmentType.Staging),
            Of("env_d", "Dev", EnvironmentType.Development),
            Of("env_p", "Live", EnvironmentType.Production),
            Of("env_a", "alpha", EnvironmentType.Staging)
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _gateways.Dispose();
        _cache.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task Environments_are_listed_by_type_and_then_by_name()
    {
        using var session = New();
        await session.OpenAsync(Token);

        Assert.Equal(["env_p", "env_a", "env_b", "env_d"], session.Environments.Select(static each => each.Id));
    }

    [Fact]
    public async Task All_of_them_are_read_however_many_there_are()
    {
        EnvironmentResponseData[] all =
        [
            .. Enumerable.Range(0, 251).Select(static number => Of($"env_{number}", "Same", EnvironmentType.Staging)),
        ];
        _api.On(
            List,
            request =>
            {
                var offset = request.Parameters.FirstOrDefault(static pair => pair.Name == "offset").Value ?? "0";
                var from = int.Parse(offset, System.Globalization.CultureInfo.InvariantCulture);
                return FakeApi.Data<IReadOnlyList<EnvironmentResponseData>>([.. all.Skip(from).Take(250)]);
            }
        );
        using var session = New();

        await session.OpenAsync(Token);

        Assert.Equal(251, session.Environments.Count);
        Assert.Equal(2, Asked(List));
    }

    [Fact]
    public async Task A_circuit_starts_with_the_list_and_the_rights_its_page_was_painted_with()
    {
        using var painted = New();
        await painted.OpenAsync(Token);
        using var circuit = New();
        await circuit.OpenAsync(Token);

        Assert.Equal((1, 1), (Asked(List), Asked(Own)));
        Assert.True(circuit.IsAdmin);
        Assert.Equal(4, circuit.Environments.Count);
    }

    [Fact]
    public async Task Another_persons_list_is_not_taken()
    {
        using var ada = New();
        await ada.OpenAsync(Token);
        using var ben = New(token: "another-token");
        await ben.OpenAsync(Token);

        Assert.Equal((2, 2), (Asked(List), Asked(Own)));
    }

    [Fact]
    public async Task A_member_may_what_is_given_in_the_present_environment_and_in_the_account()
    {
        _api.OnData(
            Own,
            MemberSamples.Session(
                AccountMemberRole.Member,
                ("env_d", AccountMemberPermission.CompaniesEdit),
                ("account", AccountMemberPermission.FlagsEdit)
            )
        );
        using var session = New();

        await session.EnterAsync("env_d", Token);
        Assert.True(session.May(AccountMemberPermission.CompaniesEdit));
        Assert.False(session.May(AccountMemberPermission.OverridesEdit));

        await session.EnterAsync("env_p", Token);
        Assert.False(session.May(AccountMemberPermission.CompaniesEdit));
        Assert.True(session.May(AccountMemberPermission.FlagsEdit));
        Assert.False(session.IsAdmin);
    }

    [Fact]
    public async Task Rights_that_were_given_meanwhile_are_noticed_when_asked_for()
    {
        Give(AccountMemberPermission.FlagsEdit);
        using var session = New();
        await session.OpenAsync(Token);

        Assert.False(await session.HaveRightsChangedAsync(Token));
        Give(AccountMemberPermission.FlagsEdit, AccountMemberPermission.PlansEdit);
        Assert.True(await session.HaveRightsChangedAsync(Token));

        Assert.True(session.May(AccountMemberPermission.PlansEdit));
    }

    [Fact]
    public async Task Entering_an_environment_speaks_for_it()
    {
        using var session = New();
        Assert.False(session.IsInEnvironment);

        Assert.True(await session.EnterAsync("env_d", Token));

        Assert.Equal("Dev", session.Environment.Name);
        Assert.Equal("env_d", session.Gateway.Session.EnvironmentId);
        Assert.Null(session.Account.Session.EnvironmentId);
        Assert.Same(session.Gateway, session.Gateway);
    }

    [Fact]
    public async Task An_environment_that_someone_just_created_is_found()
    {
        using var session = New();
        await session.OpenAsync(Token);
        Answer(Of("env_new", "New", EnvironmentType.Staging));

        Assert.True(await session.EnterAsync("env_new", Token));
    }

    [Theory]
    [InlineData("env_none")]
    [InlineData("ENV_D")]
    public async Task An_environment_that_does_not_exist_is_not_entered(string id)
    {
        using var session = New();

        Assert.False(await session.EnterAsync(id, Token));

        Assert.False(session.IsInEnvironment);
        Assert.Throws<InvalidOperationException>(() => session.Environment);
    }

    [Fact]
    public async Task A_new_name_is_told_to_whoever_shows_the_old_one()
    {
        using var session = New();
        await session.EnterAsync("env_d", Token);
        var changes = 0;
        session.Changed += () => changes++;
        Answer(Of("env_d", "Sandbox", EnvironmentType.Development));

        await session.ReloadEnvironmentsAsync(Token);

        Assert.Equal((1, "Sandbox"), (changes, session.Environment.Name));
    }

    [Fact]
    public async Task A_page_in_an_environment_that_is_gone_keeps_the_name_it_knew()
    {
        using var session = New();
        await session.EnterAsync("env_d", Token);
        Answer(Of("env_p", "Live", EnvironmentType.Production));

        await session.ReloadEnvironmentsAsync(Token);

        Assert.Equal("Dev", session.Environment.Name);
        Assert.Equal(["env_p"], session.Environments.Select(static each => each.Id));
    }

    [Fact]
    public async Task What_the_api_refuses_is_said()
    {
        _api.OnError(List, HttpStatusCode.Forbidden, "This account is closed.");
        using var session = New();

        var refusal = await Assert.ThrowsAsync<GatewayException>(() => session.OpenAsync(Token));

        Assert.Equal("This account is closed.", refusal.Message);
    }

    [Fact]
    public async Task Nobody_has_no_session()
    {
        using var session = new ConsoleSession(new Authentication(null), _gateways, _cache);

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.OpenAsync(Token));
        Assert.Throws<InvalidOperationException>(() => session.Member);
    }

    private int Asked(string methodAndPath) =>
        _api.Requests.Count(request => $"{request.Method} {request.Path}" == methodAndPath);

    private void Give(params IEnumerable<AccountMemberPermission> permissions) =>
        _api.OnData(
            Own,
            MemberSamples.Session(
                AccountMemberRole.Member,
                permissions.Select(static permission => (MemberPermissions.AccountScope, permission))
            )
        );

    private void Answer(params IReadOnlyList<EnvironmentResponseData> environments) => _api.OnData(List, environments);

    private ConsoleSession New(string token = "session-token") =>
        new(new Authentication(new SignedInMember("mem_1", "ada@example.com", "Ada", token)), _gateways, _cache);

    private static EnvironmentResponseData Of(string id, string name, EnvironmentType type) =>
        new()
        {
            Id = id,
            Name = name,
            EnvironmentType = type,
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };

    private sealed class Authentication(SignedInMember? member) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(member?.ToPrincipal() ?? new()));
    }
}
