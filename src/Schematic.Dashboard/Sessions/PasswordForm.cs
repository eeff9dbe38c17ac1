using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Sessions;

namespace Schematic.Dashboard.Sessions;

/// <summary>
/// Fields of a change of password. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
internal sealed class PasswordForm
{
    [Required(ErrorMessage = "Enter your current password.")]
    public string CurrentPassword { get; set; } = "";

    [Required(ErrorMessage = "Choose a new password.")]
    [StringLength(256, MinimumLength = 12, ErrorMessage = "Use 12 to 256 characters.")]
    public string NewPassword { get; set; } = "";

    [Compare(nameof(NewPassword), ErrorMessage = "The two new passwords differ.")]
    public string RepeatedPassword { get; set; } = "";

    public ChangePasswordRequestBody ToContract() =>
        new() { CurrentPassword = CurrentPassword, NewPassword = NewPassword };
}
