using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Events.Live;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Flags.Rules;
using Schematic.Dashboard.Tests.Members;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared;

/// <summary>
/// A page of an environment for someone who is signed in, on a <see cref="FakeApi"/> that knows two environments.
/// </summary>
public abstract class PageContext : ConsoleContext
{
    protected static readonly EnvironmentResponseData Production = EnvironmentOf(
        "env_production",
        "Production",
        EnvironmentType.Production
    );
    protected static readonly EnvironmentResponseData Staging = EnvironmentOf(
        "env_staging",
        "Try-outs",
        EnvironmentType.Staging
    );

    protected PageContext()
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        Api.OnData<IReadOnlyList<EnvironmentResponseData>>("GET /environments", [Production, Staging]);
        // Beside every thing stands its history.
        Api.OnData<IReadOnlyList<AuditLogListResponseData>>("GET /audit-log", []);
        SignInAs(AccountMemberRole.Admin);
        Services.AddMemoryCache();
        Services.AddSingleton(target);
        Services.AddSingleton(new GatewayFactory(target, Api));
        Services.AddSingleton(static provider => new SessionValidator(
            provider.GetRequiredService<GatewayFactory>(),
            provider.GetRequiredService<IMemoryCache>(),
            NullLogger<SessionValidator>.Instance
        ));
        Services.AddSingleton(provider => new EventTailHub(
            provider.GetRequiredService<GatewayFactory>(),
            provider.GetRequiredService<SessionValidator>(),
            Clock,
            NullLogger<EventTailHub>.Instance
        ));
        Services.AddScoped<Toaster>();
        Services.AddScoped<MemberRights>();
        Services.AddScoped<IRuleDraftStore>(_ => Drafts);
        Services.AddScoped<AuthenticationStateProvider, SignedIn>();
        Services.AddScoped(static provider => new ConsoleSession(
            provider.GetRequiredService<AuthenticationStateProvider>(),
            provider.GetRequiredService<GatewayFactory>(),
            provider.GetRequiredService<IMemoryCache>()
        ));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>What the browser keeps.</summary>
    internal FakeDraftStore Drafts { get; } = new();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    internal Toaster Toaster => Services.GetRequiredService<Toaster>();

    /// <summary>Before the first page: who looks at it. Without it, an admin does.</summary>
    /// <param name="permissions">By scope: <c>account</c>, or the id of an environment.</param>
    protected void SignInAs(
        AccountMemberRole role,
        params IEnumerable<(string Scope, AccountMemberPermission Permission)> permissions
    ) => Api.OnData("GET /console/sessions/current", MemberSamples.Session(role, permissions));

    /// <summary>
    /// Asks for the environments and stands in <see cref="Production"/>; the second time it only stands there.
    /// </summary>
    protected Task EnterAsync() =>
        Services
            .GetRequiredService<ConsoleSession>()
            .EnterAsync(Production.Id, Xunit.TestContext.Current.CancellationToken);

    /// <summary>Opens the page that stands at an address of <see cref="Production"/>.</summary>
    protected async Task<IRenderedComponent<TPage>> OpenAsync<TPage>(
        string url,
        Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null
    )
        where TPage : EnvironmentPage
    {
        await EnterAsync();
        Navigation.NavigateTo(url);
        return Render<TPage>(builder =>
        {
            builder.Add(static page => page.EnvironmentId, Production.Id);
            parameters?.Invoke(builder);
        });
    }

    /// <summary>
    /// Waits for the rows and their count. What arrives while an event is on its way draws its element anew.
    /// </summary>
    protected static void WaitUntilLoaded(IRenderedComponent<IComponent> page) =>
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".skeleton, .grid-busy, .pager-wait")));

    /// <summary>Where dialogs appear.</summary>
    protected IRenderedComponent<DialogHost> RenderDialogs() => Render<DialogHost>();

    /// <summary>The requests of one kind, in their order.</summary>
    protected IReadOnlyList<RecordedRequest> Asked(string methodAndPath) =>
        [.. Api.Requests.Where(request => $"{request.Method} {request.Path}" == methodAndPath)];

    protected static IElement Button(IRenderedComponent<IComponent> part, string text) =>
        part.FindAll("button")
            .First(button => button.TextContent.Trim() == text || button.GetAttribute("aria-label") == text);

    protected static IElement Input(IRenderedComponent<IComponent> part, string label) =>
        part.Find(
            $"#{part.FindAll("label").First(candidate => candidate.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).GetAttribute("for")}"
        );

    /// <summary>The text of an element as one reads it, piece by piece.</summary>
    protected static string Words(IElement element) =>
        string.Join(
            ' ',
            element.Descendants<IText>().Select(static text => text.Data.Trim()).Where(static text => text.Length > 0)
        );

    private static EnvironmentResponseData EnvironmentOf(string id, string name, EnvironmentType type) =>
        new()
        {
            Id = id,
            Name = name,
            EnvironmentType = type,
            CreatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        };

    private sealed class SignedIn : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(
                new AuthenticationState(
                    new SignedInMember("mem_1", "ada@example.com", "Ada", "session-token").ToPrincipal()
                )
            );
    }
}
