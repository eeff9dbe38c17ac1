using Schematic.Dashboard.Hosting;

await ConsoleApplication.Build(args).RunAsync();
