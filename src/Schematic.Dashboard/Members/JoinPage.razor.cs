using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Sessions;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Members;

/// <summary>The page of an invitation's link. A plain form post, as for signing in.</summary>
public sealed partial class JoinPage : ComponentBase
{
    private LoadFailure? _unavailable;
    private string? _refusal;
    private string _email = "";

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [Inject]
    private GatewayFactory Gateways { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private KnownBrowser Browser { get; set; } = default!;

    [SupplyParameterFromForm]
    private JoinForm? Form { get; set; }

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new JoinForm();
        var cancellationToken = HttpContext.RequestAborted;
        try
        {
            using var gateway = Gateways.Create(sessionToken: null);
            var body = new FindInvitationRequestBody { Token = Token is { Length: > 0 } token ? token : "none" };
            _email = (await gateway.Members.FindInvitationAsync(body, cancellationToken)).Data.Email;
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, cancellationToken))
        {
            _unavailable = LoadFailure.FromException(exception);
        }
    }

    private async Task JoinAsync()
    {
        if (_unavailable is not null)
            return;
        var cancellationToken = HttpContext.RequestAborted;
        SessionResponseData session;
        try
        {
            using var gateway = Gateways.Create(sessionToken: null);
            var body = new AcceptInvitationRequestBody
            {
                Token = Token!,
                Name = Form!.Name.Trim(),
                Password = Form.Password,
                Address = BrowserOrigin.AddressOf(HttpContext),
                UserAgent = BrowserOrigin.UserAgentOf(HttpContext),
            };
            session = (await gateway.Members.AcceptInvitationAsync(body, cancellationToken)).Data;
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, cancellationToken))
        {
            _refusal = LoadFailure.FromException(exception).Message;
            Form!.Password = "";
            return;
        }

        Browser.Remember(HttpContext, session.Email);
        await SessionHosting.SignInAsync(HttpContext, SignedInMember.FromContract(session));
        Navigation.NavigateTo(DashboardUrls.Home);
    }

    private sealed class JoinForm
    {
        [Required(ErrorMessage = "Enter your name.")]
        [StringLength(256, ErrorMessage = "Use at most 256 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Choose a password.")]
        [StringLength(256, MinimumLength = 12, ErrorMessage = "Use 12 to 256 characters.")]
        public string Password { get; set; } = "";
    }
}
