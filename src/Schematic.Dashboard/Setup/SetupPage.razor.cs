using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Setup;
using Schematic.Dashboard.Sessions;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Setup;

/// <summary>
/// Meets the first visitor. Anyone may open it, once: from this machine at once, from elsewhere with the code in the
/// log.
/// </summary>
public sealed partial class SetupPage : ComponentBase
{
    private const string CodeHelp =
        "You are not on the server's own machine. The server printed this code in its log when it started.";

    private LoadFailure? _unavailable;
    private string? _refusal;
    private SetupResponseData? _done;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [Inject]
    private GatewayFactory Gateways { get; set; } = default!;

    [Inject]
    private GatewayTarget Target { get; set; } = default!;

    [Inject]
    private SetupProbe Setup { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private KnownBrowser Browser { get; set; } = default!;

    [SupplyParameterFromForm]
    private SetupForm? Form { get; set; }

    private bool NeedsCode => !LocalRequest.IsOnThisMachine(HttpContext);

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SetupForm();
        try
        {
            if (!await Setup.IsRequiredAsync(HttpContext.RequestAborted))
                Navigation.NavigateTo(DashboardUrls.Home);
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, HttpContext.RequestAborted))
        {
            // In answer to a post the form stays, with what was typed; the post itself says what failed.
            if (HttpMethods.IsGet(HttpContext.Request.Method))
                _unavailable = LoadFailure.FromException(exception);
        }
    }

    private async Task SetUpAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        var form = Form!;
        SetupResponseData done;
        try
        {
            using var gateway = Gateways.Create(sessionToken: null);
            var body = new SetupRequestBody
            {
                AdminEmail = form.Email.Trim(),
                AdminPassword = form.Password,
                Code = string.IsNullOrWhiteSpace(form.Code) ? null : form.Code.Trim(),
                EnvironmentName = form.EnvironmentName.Trim(),
                EnvironmentType = form.EnvironmentType,
                FromLoopback = !NeedsCode,
                SampleData = form.SampleData,
                Address = BrowserOrigin.AddressOf(HttpContext),
                UserAgent = BrowserOrigin.UserAgentOf(HttpContext),
            };
            done = (await gateway.Setup.SetUpAsync(body, cancellationToken)).Data;
        }
        catch (GatewayException conflict) when (conflict.IsConflict)
        {
            _refusal = "Someone has set up this installation meanwhile. Open the console and sign in.";
            return;
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, cancellationToken))
        {
            _refusal = LoadFailure.FromException(exception).Message;
            return;
        }

        Browser.Remember(HttpContext, done.Session.Email);
        await SessionHosting.SignInAsync(HttpContext, SignedInMember.FromContract(done.Session));
        _done = done;
    }

    private sealed class SetupForm
    {
        public string Code { get; set; } = "";

        [Required(ErrorMessage = "Enter an email address to sign in with.")]
        [EmailAddress(ErrorMessage = "This does not look like an email address.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Choose a password.")]
        [StringLength(256, MinimumLength = 12, ErrorMessage = "Use 12 to 256 characters.")]
        public string Password { get; set; } = "";

        [Compare(nameof(Password), ErrorMessage = "The two passwords differ.")]
        public string RepeatedPassword { get; set; } = "";

        [Required(ErrorMessage = "Name the environment.")]
        [StringLength(256, ErrorMessage = "Use at most 256 characters.")]
        public string EnvironmentName { get; set; } = "Production";

        public EnvironmentType EnvironmentType { get; set; } = EnvironmentType.Production;

        public bool SampleData { get; set; }
    }
}
